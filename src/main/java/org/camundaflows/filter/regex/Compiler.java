package org.camundaflows.filter.regex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.camundaflows.filter.regex.Instruction.Op;

/** Turns a parsed pattern into instructions for {@link Matcher}. */
final class Compiler {

    private static final int MAX_SIZE = 150_000;

    private final String pattern;
    private final List<Instruction> code = new ArrayList<>();
    private final boolean capturing;
    private int direction = 1;
    private int slots;

    private Compiler(String pattern, Features features) {
        this.pattern = pattern;
        this.capturing = features.backReferences();
        // two slots for each group, slot 0 and 1 unused
        this.slots = capturing ? 2 * (features.groups() + 1) : 0;
    }

    static Program compile(String pattern, Node node) {
        Features features = Features.of(node);
        Compiler compiler = new Compiler(pattern, features);
        compiler.emit(node);
        compiler.add(Op.MATCH, 0, 0);
        boolean memoryless = !features.backReferences() && !features.looks();
        return new Program(compiler.code, compiler.slots, memoryless);
    }

    private void emit(Node node) {
        if (node instanceof Node.Literal literal) {
            add(Op.CHAR, literal.value(), direction);
        } else if (node instanceof Node.Any any) {
            append(Instruction.set(any.set(), direction));
        } else if (node instanceof Node.Sequence sequence) {
            inReadingOrder(sequence.parts()).forEach(this::emit);
        } else if (node instanceof Node.Choice choice) {
            choice(choice.options());
        } else if (node instanceof Node.Repeat repeat) {
            repeat(repeat);
        } else if (node instanceof Node.Group group) {
            group(group);
        } else if (node instanceof Node.BackReference reference) {
            add(Op.BACK_REFERENCE, reference.index(), direction);
        } else if (node instanceof Node.Look look) {
            look(look);
        } else if (node instanceof Node.Anchor anchor) {
            add(anchor.test(), 0, 0);
        }
    }

    private List<Node> inReadingOrder(List<Node> parts) {
        if (direction > 0) {
            return parts;
        }
        List<Node> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        return reversed;
    }

    private void choice(List<Node> options) {
        List<Integer> exits = new ArrayList<>();
        for (int i = 0; i < options.size() - 1; i++) {
            int split = add(Op.SPLIT, 0, 0);
            emit(options.get(i));
            exits.add(add(Op.JUMP, 0, 0));
            target(split, split + 1, code.size());
        }
        emit(options.get(options.size() - 1));
        exits.forEach(exit -> target(exit, code.size(), 0));
    }

    private void repeat(Node.Repeat repeat) {
        for (int i = 0; i < repeat.min(); i++) {
            int before = code.size();
            iteration(repeat);
            if (code.size() == before) {
                return;
            }
        }
        if (repeat.max() == Integer.MAX_VALUE) {
            loop(repeat);
        } else {
            optional(repeat, repeat.max() - repeat.min());
        }
    }

    private void loop(Node.Repeat repeat) {
        int split = add(Op.SPLIT, 0, 0);
        guarded(repeat);
        add(Op.JUMP, split, 0);
        branch(split, repeat.greedy());
    }

    private void optional(Node.Repeat repeat, int times) {
        List<Integer> splits = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int split = add(Op.SPLIT, 0, 0);
            splits.add(split);
            guarded(repeat);
            if (code.size() == split + 1) {
                break;
            }
        }
        splits.forEach(split -> branch(split, repeat.greedy()));
    }

    /** An iteration that JavaScript allows only when it consumes something. */
    private void guarded(Node.Repeat repeat) {
        if (!Features.canBeEmpty(repeat.body())) {
            iteration(repeat);
            return;
        }
        int slot = slots++;
        int before = add(Op.SAVE, slot, 0);
        iteration(repeat);
        if (code.size() == before + 1) {
            code.remove(before);
        } else {
            add(Op.PROGRESS, slot, 0);
        }
    }

    private void iteration(Node.Repeat repeat) {
        if (capturing && repeat.firstGroup() < repeat.lastGroup()) {
            add(Op.RESET, 2 * repeat.firstGroup(), 2 * repeat.lastGroup());
        }
        emit(repeat.body());
    }

    private void group(Node.Group group) {
        int first = 2 * group.index() + (direction > 0 ? 0 : 1);
        int last = 2 * group.index() + (direction > 0 ? 1 : 0);
        if (capturing) {
            add(Op.SAVE, first, 0);
        }
        emit(group.body());
        if (capturing) {
            add(Op.SAVE, last, 0);
        }
    }

    private void look(Node.Look look) {
        int outer = direction;
        direction = look.ahead() ? 1 : -1;
        int start = add(Op.LOOK, 0, 0);
        emit(look.body());
        add(Op.MATCH, 0, 0);
        target(start, code.size(), look.negative() ? 1 : 0);
        direction = outer;
    }

    /** Lets a split choose between its body and what follows here. */
    private void branch(int split, boolean greedy) {
        target(split, greedy ? split + 1 : code.size(), greedy ? code.size() : split + 1);
    }

    private void target(int index, int x, int y) {
        code.set(index, Instruction.of(code.get(index).op(), x, y));
    }

    private int add(Op op, int x, int y) {
        return append(Instruction.of(op, x, y));
    }

    private int append(Instruction instruction) {
        if (code.size() >= MAX_SIZE) {
            throw new InvalidRegexException(pattern, "Regular expression too large");
        }
        code.add(instruction);
        return code.size() - 1;
    }
}
