package org.camundaflows.filter.regex;

import java.util.ArrayList;
import java.util.List;

/** Reads the pattern grammar of ECMAScript, with the lenient rules that hold without the flag {@code u}. */
final class PatternParser {

    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_DEPTH = 200;

    private final PatternText text;
    private final GroupNames groups;
    private final EscapeParser escapes;
    private int group;
    private int depth;

    private PatternParser(String pattern) {
        text = new PatternText(pattern);
        if (pattern.length() > MAX_LENGTH) {
            throw tooLarge();
        }
        groups = GroupNames.scan(pattern);
        escapes = new EscapeParser(text, !groups.named().isEmpty());
    }

    /** @throws InvalidRegexException if the text breaks the grammar */
    static Node parse(String pattern) {
        PatternParser parser = new PatternParser(pattern);
        Node node = parser.choice();
        if (!parser.text.atEnd()) {
            throw parser.text.invalid("Unmatched ')'");
        }
        return node;
    }

    private Node choice() {
        if (++depth > MAX_DEPTH) {
            throw tooLarge();
        }
        List<Node> options = new ArrayList<>();
        do {
            options.add(sequence());
        } while (text.skip('|'));
        depth--;
        return options.size() == 1 ? options.get(0) : new Node.Choice(options);
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (!text.atEnd() && !text.at('|') && !text.at(')')) {
            int firstGroup = group + 1;
            Node part = term();
            parts.add(isQuantifiable(part) ? quantified(part, firstGroup) : part);
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
    }

    private static boolean isQuantifiable(Node part) {
        return !(part instanceof Node.Anchor) && !(part instanceof Node.Look look && !look.ahead());
    }

    private Node term() {
        char c = text.next();
        return switch (c) {
            case '^' -> new Node.Anchor(Instruction.Op.START);
            case '$' -> new Node.Anchor(Instruction.Op.END);
            case '.' -> new Node.Any(CharSets.notLineEnds());
            case '[' -> new ClassParser(text, escapes).parse();
            case '(' -> parenthesis();
            case '\\' -> escape();
            case '*', '+', '?' -> throw text.invalid("Nothing to repeat");
            case '{' -> brace();
            default -> new Node.Literal(c);
        };
    }

    private Node brace() {
        text.back(text.position() - 1);
        if (Quantifier.read(text) != null) {
            throw text.invalid("Nothing to repeat");
        }
        return new Node.Literal(text.next());
    }

    private Node quantified(Node part, int firstGroup) {
        Quantifier quantifier = Quantifier.read(text);
        return quantifier == null
                ? part
                : new Node.Repeat(part, quantifier.min(), quantifier.max(), quantifier.greedy(), firstGroup, group + 1);
    }

    private Node parenthesis() {
        if (!text.at('?')) {
            return group();
        }
        if (text.skip("?:")) {
            return closed(choice());
        }
        if (text.skip("?=")) {
            return new Node.Look(closed(choice()), true, false);
        }
        if (text.skip("?!")) {
            return new Node.Look(closed(choice()), true, true);
        }
        if (text.skip("?<=")) {
            return new Node.Look(closed(choice()), false, false);
        }
        if (text.skip("?<!")) {
            return new Node.Look(closed(choice()), false, true);
        }
        if (text.skip("?<")) {
            GroupNames.name(text);
            return group();
        }
        throw text.invalid("Invalid group");
    }

    private Node group() {
        int index = ++group;
        return new Node.Group(closed(choice()), index);
    }

    private Node closed(Node body) {
        if (!text.skip(')')) {
            throw text.invalid("Unterminated group");
        }
        return body;
    }

    private Node escape() {
        if (text.atEnd()) {
            throw text.invalid("\\ at end of pattern");
        }
        char c = text.peek();
        if (c == 'b' || c == 'B') {
            text.next();
            return new Node.Anchor(c == 'b' ? Instruction.Op.WORD_BOUNDARY : Instruction.Op.NO_WORD_BOUNDARY);
        }
        if (CharSets.isSetEscape(c)) {
            return new Node.Any(CharSets.ofEscape(text.next()));
        }
        if (c == 'k' && !groups.named().isEmpty()) {
            return namedReference();
        }
        if (c >= '1' && c <= '9') {
            int start = text.position();
            int index = text.number();
            if (index <= groups.count()) {
                return new Node.BackReference(index);
            }
            text.back(start);
        }
        return new Node.Literal(escapes.character());
    }

    private Node namedReference() {
        text.next();
        String name = text.skip('<') ? GroupNames.nameOrNull(text) : null;
        if (name == null) {
            throw text.invalid("Invalid named reference");
        }
        Integer index = groups.named().get(name);
        if (index == null) {
            throw text.invalid("Invalid named capture referenced");
        }
        return new Node.BackReference(index);
    }

    private InvalidRegexException tooLarge() {
        return text.invalid("Regular expression too large");
    }
}
