package org.camundaflows.operations.mail;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Trims every line of HTML: some mail programs stumble over long or indented lines. */
final class HtmlLines {

    private HtmlLines() {}

    static String trim(String html) {
        return Arrays.stream(html.split("\n", -1)).map(HtmlLines::trimLine).collect(Collectors.joining("\n"));
    }

    private static String trimLine(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    /** White space as JavaScript's {@code trim} sees it: no-break spaces and the byte order mark included. */
    private static boolean isBlank(char c) {
        return (c >= '\t' && c <= '\r') || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
