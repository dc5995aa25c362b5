package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.camundaflows.json.Json;

/** How messages show values: short, and on one line. */
final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    /** For example {@code the text "abc"}, {@code the number 5}, {@code an array}. */
    static String value(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "the text " + quoted(value.textValue(), LONGEST);
            case NUMBER -> "the number " + cut(Json.number(value), LONGEST);
            case BOOLEAN -> value.asText();
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case MISSING -> "nothing";
            default -> "null";
        };
    }

    static String quoted(String text) {
        return quoted(text, LONGEST);
    }

    /** In quotes, control characters escaped, cut when too long. */
    static String quoted(String text, int longest) {
        return Json.write(TextNode.valueOf(cut(text, longest)));
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
