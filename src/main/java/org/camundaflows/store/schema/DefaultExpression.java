package org.camundaflows.store.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camundaflows.json.Json;

/** Reads the default of a column out of SQL that the database wrote. */
final class DefaultExpression {

    /** A constant, perhaps with the type that PostgreSQL adds: {@code 'draft'::character varying}. */
    private static final Pattern CONSTANT = Pattern.compile(
            "\\(*(?<text>(?<unicode>U&)?'(?<quoted>[^']*+(?:''[^']*+)*+)'|-?[0-9.]+(?:E[+-]?[0-9]+)?|\\w+)\\)*"
                    + "(?:::[\\w\" .]+(?:\\([0-9, ]+\\))?)?\\)*",
            Pattern.DOTALL);

    /** How H2 writes what is not ASCII; a backslash of the text is doubled. */
    private static final Pattern UNICODE = Pattern.compile("\\\\(?:([0-9a-fA-F]{4})|\\+([0-9a-fA-F]{6})|(\\\\))");

    private DefaultExpression() {}

    static boolean isNothing(String expression) {
        return expression.toUpperCase(Locale.ROOT).startsWith("NULL");
    }

    /** NullNode for whatever the database has to compute. */
    static JsonNode constant(String expression, FieldType type) {
        Matcher matcher = CONSTANT.matcher(expression);
        if (!matcher.matches()) {
            return NullNode.getInstance();
        }
        String quoted = matcher.group("quoted");
        if (quoted == null) {
            return unquoted(matcher.group("text"));
        }
        String text = quoted.replace("''", "'");
        return typed(matcher.group("unicode") == null ? text : decoded(text), type);
    }

    private static JsonNode unquoted(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TRUE" -> BooleanNode.TRUE;
            case "FALSE" -> BooleanNode.FALSE;
            default -> number(text);
        };
    }

    private static JsonNode number(String text) {
        try {
            return DecimalNode.valueOf(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return NullNode.getInstance();
        }
    }

    private static JsonNode typed(String text, FieldType type) {
        if (type == FieldType.JSON) {
            return json(text);
        }
        return type.isNumeric() ? number(text) : TextNode.valueOf(text);
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static String decoded(String text) {
        return UNICODE.matcher(text).replaceAll(DefaultExpression::character);
    }

    private static String character(MatchResult match) {
        if (match.group(3) != null) {
            return "\\\\";
        }
        String digits = match.group(1) == null ? match.group(2) : match.group(1);
        return Matcher.quoteReplacement(Character.toString(Integer.parseInt(digits, 16)));
    }
}
