package org.camundaflows.operations.mail;

import java.util.ArrayList;
import java.util.List;

/** Splits a list of mail addresses at commas and semicolons, except in quotes, angle brackets and parentheses. */
final class AddressParts {

    private AddressParts() {}

    /** @return the parts without blanks around them, blank ones left out */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        char closing = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (closing != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == closing) {
                    closing = 0;
                }
            } else if (c == ',' || c == ';') {
                add(parts, list.substring(start, i));
                start = i + 1;
            } else {
                closing = closingOf(c);
            }
        }
        add(parts, list.substring(start));
        return parts;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part.strip());
        }
    }

    private static char closingOf(char opening) {
        return switch (opening) {
            case '"' -> '"';
            case '<' -> '>';
            case '(' -> ')';
            default -> 0;
        };
    }
}
