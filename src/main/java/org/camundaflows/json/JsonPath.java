package org.camundaflows.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.ArrayList;
import java.util.List;

/**
 * A path into the data chain such as {@code a.b[0]["c d"].e} (specification: data-chain, section 2.3).
 *
 * @param segments the names from the outside in; never empty
 */
public record JsonPath(List<String> segments) {

    private static final int MAX_DEPTH = 10;

    public JsonPath {
        segments = List.copyOf(segments);
    }

    /** @throws PathException if the text breaks the path grammar or is deeper than ten levels */
    public static JsonPath parse(String text) {
        List<String> segments = new Parser(text).parse();
        if (segments.size() > MAX_DEPTH) {
            throw new PathException(
                    "ReferenceError",
                    "The path cannot be deeper than " + MAX_DEPTH + " levels. Got \"" + String.join(" > ", segments)
                            + "\"");
        }
        return new JsonPath(segments);
    }

    /** The value at this path, or {@link MissingNode} when a member on the way is absent. */
    public JsonNode in(Scope scope) {
        JsonNode value = scope.get(segments.get(0));
        for (int i = 1; i < segments.size() && !value.isMissingNode(); i++) {
            value = member(value, segments.get(i));
        }
        return value;
    }

    /** Own member of an object, element or {@code length} of an array, member of an error; otherwise missing. */
    public static JsonNode member(JsonNode value, String name) {
        if (value.isObject()) {
            return value.path(name);
        }
        if (value.isArray()) {
            if (name.equals("length")) {
                return IntNode.valueOf(value.size());
            }
            int index = arrayIndex(name);
            return index < 0 ? MissingNode.getInstance() : value.path(index);
        }
        if (value instanceof POJONode pojo && pojo.getPojo() instanceof ErrorValue error) {
            return error.member(name);
        }
        return MissingNode.getInstance();
    }

    /** The index a member name stands for, or -1: decimal digits without a leading zero. */
    public static int arrayIndex(String name) {
        if (name.isEmpty() || name.length() > 9 || (name.length() > 1 && name.charAt(0) == '0')) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < name.length(); i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = index * 10 + digit;
        }
        return index;
    }

    private static final class Parser {
        private final String text;
        private final List<String> segments = new ArrayList<>();

        Parser(String text) {
            this.text = text;
        }

        List<String> parse() {
            int position = 0;
            boolean afterBracket = false;
            while (position < text.length()) {
                int open = text.indexOf('[', position);
                String names = text.substring(position, open < 0 ? text.length() : open);
                addNames(names, afterBracket);
                if (open < 0) {
                    break;
                }
                int close = text.indexOf(']', open);
                if (close < 0) {
                    throw syntax("Missing ] in varName \"" + text.substring(afterBracket ? position : 0) + "\"");
                }
                addBracket(text.substring(open + 1, close).strip());
                position = close + 1;
                afterBracket = true;
            }
            if (segments.isEmpty()) {
                throw syntax("Empty prop name when parsing \"" + text + "\"");
            }
            return segments;
        }

        private void addNames(String names, boolean afterBracket) {
            String trimmed = names.strip();
            if (trimmed.isEmpty()) {
                return;
            }
            if (afterBracket && trimmed.charAt(0) != '.') {
                throw syntax("Missing . at the start of \"" + trimmed + "\"");
            }
            if (!afterBracket && trimmed.charAt(0) == '.') {
                throw syntax("Unexpected . at the start of \"" + trimmed + "\"");
            }
            String dotted = afterBracket ? trimmed.substring(1) : trimmed;
            if (dotted.endsWith(".") || dotted.isEmpty()) {
                throw syntax("Unexpected \".\" at the end of \"" + trimmed + "\"");
            }
            for (String part : dotted.split("\\.", -1)) {
                String name = part.strip();
                if (name.isEmpty()) {
                    throw syntax("Empty prop name when parsing \"" + trimmed + "\"");
                }
                segments.add(name);
            }
        }

        private void addBracket(String inside) {
            if (inside.isEmpty()) {
                throw syntax("Unexpected token ]");
            }
            if (inside.indexOf('[') >= 0) {
                throw syntax("Missing ] in varName \"" + inside + "\"");
            }
            char first = inside.charAt(0);
            char last = inside.charAt(inside.length() - 1);
            if (isQuote(first) || isQuote(last)) {
                if (first != last || inside.length() < 2) {
                    throw syntax("Mismatching string quotation: \"" + inside + "\"");
                }
                segments.add(inside.substring(1, inside.length() - 1));
            } else {
                segments.add(inside.startsWith("+") ? inside.substring(1) : inside);
            }
        }

        private static boolean isQuote(char c) {
            return c == '\'' || c == '"' || c == '`';
        }

        private static PathException syntax(String message) {
            return new PathException("SyntaxError", message);
        }
    }
}
