package org.camundaflows.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Option.Kind;

/** Compares a value with what the description of its option asks for. */
final class OptionValues {

    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?\\d{1,19}\\s*");

    private OptionValues() {}

    /** Whether the option counts as absent. */
    static boolean isNothing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty());
    }

    /** Whether a required option is without content. */
    static boolean isEmpty(JsonNode value) {
        return isNothing(value) || (value.isArray() && value.isEmpty());
    }

    static boolean isTemplate(JsonNode value) {
        return value.isTextual() && value.textValue().contains("{{");
    }

    /** The object or array that a text holds; empty for anything else. */
    static Optional<JsonNode> parsed(JsonNode value) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonText.parse(value.textValue())).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Reports a value, neither missing nor null, that is not of the option's kind or none of its choices. */
    static void check(Option option, JsonNode value, Place place, IssueSink sink) {
        if (!fits(option.kind(), value, place, sink)) {
            sink.add(
                    IssueCode.OPTION_TYPE,
                    place,
                    "\"" + option.name() + "\" is " + Shown.value(value) + ".",
                    expected(option.kind()));
        } else if (!isTemplate(value) && !isChoice(option, value)) {
            sink.add(
                    IssueCode.OPTION_CHOICE,
                    place,
                    "\"" + option.name() + "\" is " + Shown.value(value) + ".",
                    "one of " + String.join(", ", option.choices()));
        }
    }

    private static boolean fits(Kind kind, JsonNode value, Place place, IssueSink sink) {
        if (kind == Kind.JSON) {
            return fitsJson(value, place, sink);
        }
        if (isTemplate(value)) {
            return true;
        }
        return switch (kind) {
            case TEXT -> value.isValueNode();
            case CODE -> value.isTextual();
            case LIST -> isList(value);
            case CSV -> isCsv(value);
            case INTEGER -> isInteger(value);
            case BOOLEAN -> value.isBoolean();
            case LONG_TEXT, JSON -> true;
        };
    }

    private static boolean fitsJson(JsonNode value, Place place, IssueSink sink) {
        if (!value.isTextual()) {
            return true;
        }
        if (isTemplate(value)) {
            if (looksLikeJson(value.textValue())) {
                sink.add(IssueCode.JSON_AS_TEXT, place, "The option is a text that holds JSON with templates.");
            }
            return true;
        }
        if (parsed(value).isPresent()) {
            sink.add(IssueCode.JSON_AS_TEXT, place, "The option is a text that holds JSON.");
            return true;
        }
        return isJson(value.textValue());
    }

    private static boolean looksLikeJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("[") || (start.startsWith("{") && !start.startsWith("{{"));
    }

    private static boolean isJson(String text) {
        try {
            JsonText.parse(text);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isList(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode entry : value) {
            if (!entry.isObject() && !isTemplate(entry)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCsv(JsonNode value) {
        if (!value.isArray()) {
            return value.isTextual() || value.isNumber();
        }
        for (JsonNode entry : value) {
            if (!entry.isTextual() && !entry.isNumber()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInteger(JsonNode value) {
        if (value.isTextual()) {
            return INTEGER.matcher(value.textValue()).matches();
        }
        return value.isIntegralNumber()
                || (value.isBigDecimal()
                        && value.decimalValue().stripTrailingZeros().scale() <= 0);
    }

    private static boolean isChoice(Option option, JsonNode value) {
        return option.choices().isEmpty()
                || !value.isValueNode()
                || option.choices().contains(value.asText());
    }

    private static String expected(Kind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT -> "a text";
            case CODE -> "a text with JavaScript";
            case JSON -> "a JSON value, or a text that is JSON";
            case LIST -> "an array of objects";
            case CSV -> "an array of texts, or one text with commas";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
        };
    }
}
