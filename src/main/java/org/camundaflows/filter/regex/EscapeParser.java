package org.camundaflows.filter.regex;

/** Escapes that stand for one character, the same inside and outside classes; the backslash is already read. */
final class EscapeParser {

    private final PatternText text;
    private final boolean hasNamedGroups;

    EscapeParser(PatternText text, boolean hasNamedGroups) {
        this.text = text;
        this.hasNamedGroups = hasNamedGroups;
    }

    char character() {
        char c = text.next();
        return switch (c) {
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            case 'c' -> control();
            case 'x' -> hexOr(2, 'x');
            case 'u' -> hexOr(4, 'u');
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c);
            case 'k' -> nameless();
            default -> c;
        };
    }

    private char control() {
        char letter = text.peek();
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) {
            return (char) (text.next() & 0x1f);
        }
        // the backslash stands for itself, the c is read again
        text.back(text.position() - 1);
        return '\\';
    }

    private char hexOr(int digits, char otherwise) {
        int value = text.hex(digits);
        return value < 0 ? otherwise : (char) value;
    }

    private char octal(char first) {
        int value = first - '0';
        for (int i = 0; i < 2 && text.peek() >= '0' && text.peek() <= '7'; i++) {
            int longer = value * 8 + (text.peek() - '0');
            if (longer > 0xff) {
                break;
            }
            text.next();
            value = longer;
        }
        return (char) value;
    }

    private char nameless() {
        if (hasNamedGroups) {
            throw text.invalid("Invalid named reference");
        }
        return 'k';
    }
}
