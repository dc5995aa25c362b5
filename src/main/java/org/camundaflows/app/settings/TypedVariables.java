package org.camundaflows.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camundaflows.json.Json;

/**
 * Turns the text of an environment variable into the value that flows see (Directus, configuration: type casting and
 * syntax prefix). Numbers and {@code true}/{@code false} get their types, text with a comma becomes an array, all else
 * stays text; a prefix such as {@code json:} or {@code string:} decides instead. What {@code regex:} gives is the text of
 * the pattern, as JSON has no such type.
 */
public final class TypedVariables {

    private static final Pattern PREFIXED =
            Pattern.compile("(string|number|boolean|array|json|regex):(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);

    private TypedVariables() {}

    /** @throws InvalidSetting if the value does not fit its prefix */
    public static JsonNode value(String name, String text) {
        Matcher prefixed = PREFIXED.matcher(text);
        return prefixed.matches()
                ? cast(name, prefixed.group(1).toLowerCase(Locale.ROOT), prefixed.group(2))
                : guess(name, text);
    }

    private static JsonNode cast(String name, String type, String text) {
        return switch (type) {
            case "number" -> number(name, text);
            case "boolean" ->
                BooleanNode.valueOf(new Variable(name, text).flag().equals("true"));
            case "array" -> array(name, text);
            case "json" -> json(name, text);
            default -> TextNode.valueOf(text);
        };
    }

    private static JsonNode guess(String name, String text) {
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        if (isSafeNumber(text)) {
            return number(name, text);
        }
        return text.contains(",") && !isJson(text) ? array(name, text) : TextNode.valueOf(text);
    }

    /** Larger numbers stay text: a script would change their digits. */
    private static boolean isSafeNumber(String text) {
        return NUMBER.matcher(text).matches() && new BigDecimal(text).abs().compareTo(LARGEST) <= 0;
    }

    private static JsonNode number(String name, String text) {
        try {
            return json(name, new BigDecimal(text.strip()).toString());
        } catch (NumberFormatException e) {
            throw InvalidSetting.secret(name, "a number after number:");
        }
    }

    private static ArrayNode array(String name, String text) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (String element : text.split(",", -1)) {
            if (!element.isBlank()) {
                array.add(value(name, element.strip()));
            }
        }
        return array;
    }

    private static boolean isJson(String text) {
        char first = text.strip().charAt(0);
        if (first != '{' && first != '[') {
            return false;
        }
        try {
            return Json.parse(text).isContainerNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static JsonNode json(String name, String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            throw InvalidSetting.secret(name, "JSON after json:");
        }
    }
}
