package org.camundaflows.filter.regex;

/** The text of a pattern with a reading position. */
final class PatternText {

    private final String text;
    private int position;

    PatternText(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    boolean at(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    boolean at(String expected) {
        return text.startsWith(expected, position);
    }

    /** The current character, or NUL at the end. */
    char peek() {
        return atEnd() ? '\0' : text.charAt(position);
    }

    char next() {
        return text.charAt(position++);
    }

    boolean skip(char expected) {
        if (at(expected)) {
            position++;
            return true;
        }
        return false;
    }

    boolean skip(String expected) {
        if (at(expected)) {
            position += expected.length();
            return true;
        }
        return false;
    }

    int position() {
        return position;
    }

    void back(int earlier) {
        position = earlier;
    }

    boolean atDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    /** Reads decimal digits; a number beyond the range of int counts as the largest. The text must be at a digit. */
    int number() {
        long number = 0;
        while (atDigit()) {
            number = Math.min(Integer.MAX_VALUE, number * 10 + (next() - '0'));
        }
        return (int) number;
    }

    /** Reads exactly so many hexadecimal digits, or nothing and gives -1. */
    int hex(int digits) {
        if (position + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.charAt(position + i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        position += digits;
        return value;
    }

    InvalidRegexException invalid(String reason) {
        return new InvalidRegexException(text, reason);
    }
}
