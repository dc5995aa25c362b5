package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.regex.Pattern;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.Json;

/** JavaScript's conversion of values to numbers. */
public final class JsNumber {

    /** The largest integer that JavaScript calls safe; above it neighbours can no longer be told apart. */
    public static final long MAX_SAFE = (1L << 53) - 1;

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d++)?+");
    private static final int MAX_RADIX_DIGITS = 300;

    private JsNumber() {}

    /** {@code Number(value)}: NaN for what is no number, 0 for null and blank text, 0 and 1 for booleans. */
    public static double of(JsonNode value) {
        if (value.isTextual()) {
            return of(value.textValue());
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? 1 : 0;
        }
        if (value instanceof POJONode pojo && pojo.getPojo() instanceof DateValue date) {
            return date.instant().toEpochMilli();
        }
        if (value.isArray() && value.size() < 2) {
            return value.isEmpty() ? 0 : ofOnlyElement(value.get(0));
        }
        return value.isNull() ? 0 : Double.NaN;
    }

    // an array becomes text first: [5] is "5", [true] is "true", which is no number
    private static double ofOnlyElement(JsonNode element) {
        return element.isBoolean() ? Double.NaN : of(element);
    }

    /** {@code Number(text)}. */
    public static double of(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return 0;
        }
        if (DECIMAL.matcher(trimmed).matches()) {
            return Double.parseDouble(trimmed);
        }
        return switch (trimmed) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> prefixed(trimmed);
        };
    }

    private static double prefixed(String text) {
        int radix = radix(text);
        if (radix == 0 || text.length() > MAX_RADIX_DIGITS || text.length() == 2) {
            return Double.NaN;
        }
        double value = 0;
        for (int i = 2; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return Double.NaN;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static int radix(String text) {
        if (text.length() < 2 || text.charAt(0) != '0') {
            return 0;
        }
        return switch (Character.toLowerCase(text.charAt(1))) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 0;
        };
    }

    /** A number as a node: an integer where it is one. */
    static NumericNode node(double value) {
        return value == Math.rint(value) && Math.abs(value) <= MAX_SAFE
                ? LongNode.valueOf((long) value)
                : DoubleNode.valueOf(value);
    }

    /** {@code String(value)}: unlike in templates, objects are {@code [object Object]} and arrays a list with commas. */
    static String text(JsonNode value) {
        if (value.isObject()) {
            return "[object Object]";
        }
        if (value.isArray()) {
            StringBuilder list = new StringBuilder();
            value.forEach(entry -> list.append(list.isEmpty() ? "" : ",").append(entry.isNull() ? "" : text(entry)));
            return list.toString();
        }
        return Json.display(value);
    }
}
