package org.camundaflows.filter.regex;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program over one text by backtracking, on a stack of its own. Programs without memory never try a pair of
 * instruction and position twice, which makes them linear; the others are held by the budget.
 */
final class Matcher {

    private static final long MAX_MEMORY = 1L << 27;

    private final List<Instruction> code;
    private final String text;
    private final RegexBudget budget;
    private final Backtrack backtrack;
    private final @Nullable BitSet tried;

    Matcher(Program program, String text, RegexBudget budget) {
        this.code = program.instructions();
        this.text = text;
        this.budget = budget;
        this.backtrack = new Backtrack(program.slots());
        boolean remembers = program.memoryless() && (long) code.size() * (text.length() + 1) <= MAX_MEMORY;
        this.tried = remembers ? new BitSet() : null;
    }

    boolean find() {
        for (int start = 0; start <= text.length(); start++) {
            backtrack.clear();
            if (run(0, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean run(int startInstruction, int startPosition) {
        int base = backtrack.size();
        int pc = startInstruction;
        int position = startPosition;
        while (true) {
            budget.spend(1);
            Instruction current = code.get(pc);
            if (current.op() == Instruction.Op.MATCH) {
                return true;
            }
            int next = step(current, pc, position);
            if (next >= 0) {
                pc = following(current, pc);
                position = next;
            } else if (backtrack.back(base)) {
                pc = backtrack.instruction();
                position = backtrack.position();
            } else {
                return false;
            }
        }
    }

    /** The position after an instruction, or -1 when it fails. */
    private int step(Instruction current, int pc, int position) {
        return switch (current.op()) {
            case CHAR, SET -> consume(current, position);
            case SPLIT -> split(current, pc, position);
            case SAVE -> save(current, position);
            case RESET -> reset(current, position);
            case PROGRESS -> hasProgressed(current, position) ? position : -1;
            case START -> position == 0 ? position : -1;
            case END -> position == text.length() ? position : -1;
            case WORD_BOUNDARY -> isBoundary(position) ? position : -1;
            case NO_WORD_BOUNDARY -> isBoundary(position) ? -1 : position;
            case BACK_REFERENCE -> again(current, position);
            case LOOK -> look(current, pc, position) ? position : -1;
            case JUMP, MATCH -> position;
        };
    }

    private static int following(Instruction current, int pc) {
        return switch (current.op()) {
            case SPLIT, JUMP, LOOK -> current.x();
            default -> pc + 1;
        };
    }

    /** The position after one code unit, or -1 when it does not fit. */
    private int consume(Instruction current, int position) {
        int at = current.y() > 0 ? position : position - 1;
        if (at < 0 || at >= text.length()) {
            return -1;
        }
        char c = text.charAt(at);
        boolean fits = current.op() == Instruction.Op.CHAR
                ? c == current.x()
                : current.set().get(c);
        return fits ? position + current.y() : -1;
    }

    private int split(Instruction current, int pc, int position) {
        if (tried != null) {
            int pair = pc * (text.length() + 1) + position;
            if (tried.get(pair)) {
                return -1;
            }
            tried.set(pair);
        }
        backtrack.choice(current.y(), position);
        return position;
    }

    private int save(Instruction current, int position) {
        backtrack.save(current.x(), position);
        return position;
    }

    private int reset(Instruction current, int position) {
        for (int slot = current.x(); slot < current.y(); slot++) {
            if (backtrack.slot(slot) >= 0) {
                backtrack.save(slot, -1);
            }
        }
        return position;
    }

    private boolean hasProgressed(Instruction current, int position) {
        // what was tried is not tried again: that ends empty iterations too, and must not depend on slots
        return tried != null || backtrack.slot(current.x()) != position;
    }

    private boolean isBoundary(int position) {
        return isWord(position - 1) != isWord(position);
    }

    private boolean isWord(int position) {
        return position >= 0 && position < text.length() && CharSets.isWord(text.charAt(position));
    }

    /** The position after the text of a group was found again, or -1; a group without text is found anywhere. */
    private int again(Instruction current, int position) {
        int start = backtrack.slot(2 * current.x());
        int end = backtrack.slot(2 * current.x() + 1);
        if (start < 0 || end < 0) {
            return position;
        }
        int length = end - start;
        budget.spend(length);
        int at = current.y() > 0 ? position : position - length;
        return at >= 0 && text.regionMatches(start, text, at, length) ? position + current.y() * length : -1;
    }

    private boolean look(Instruction current, int pc, int position) {
        int base = backtrack.size();
        boolean found = run(pc + 1, position);
        boolean negative = current.y() == 1;
        if (found && !negative) {
            backtrack.commit(base);
        } else {
            backtrack.undo(base);
        }
        return found != negative;
    }
}
