package org.camundaflows.app.log;

/** Text that cannot leave its line of the log, nor steer the terminal that shows it. */
final class OneLine {

    private OneLine() {}

    /** The text with everything but printable characters written as {@code \n}, {@code \r}, {@code \t} or {@code \}{@code uXXXX}. */
    static String of(String text) {
        int first = 0;
        while (first < text.length() && isHarmless(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            append(line, text.charAt(i));
        }
        return line.toString();
    }

    private static void append(StringBuilder line, char c) {
        if (isHarmless(c)) {
            line.append(c);
            return;
        }
        switch (c) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> line.append(String.format("\\u%04x", (int) c));
        }
    }

    /** Not: control characters (escape sequences begin with one), line separators, and marks that turn the direction of text. */
    private static boolean isHarmless(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> !isDirection(c);
            default -> true;
        };
    }

    private static boolean isDirection(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069') || c == '\u200E' || c == '\u200F';
    }
}
