package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.DateValue;

/** Turns operands as written into the values to compare with. */
final class Operands {

    private static final List<String> CURRENT =
            List.of("$CURRENT_USER", "$CURRENT_ROLE", "$CURRENT_ROLES", "$CURRENT_POLICIES");
    private static final String NOW = "$NOW";

    private final DynamicVariables variables;
    private final boolean readsWords;

    Operands(DynamicVariables variables, Filter.Use use) {
        this.variables = variables;
        this.readsWords = use == Filter.Use.RULES;
    }

    JsonNode of(Operator operator, JsonNode operand) {
        return operator.takesList() ? list(operand) : value(operand);
    }

    private ArrayNode list(JsonNode operand) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode entry : entries(operand)) {
            JsonNode value = value(entry);
            if (value.isArray()) {
                value.forEach(list::add);
            } else {
                list.add(value);
            }
        }
        return list;
    }

    private static List<JsonNode> entries(JsonNode operand) {
        List<JsonNode> entries = new ArrayList<>();
        if (operand.isTextual()) {
            for (String part : operand.textValue().split(",", -1)) {
                entries.add(TextNode.valueOf(part));
            }
        } else if (operand.isContainerNode()) {
            operand.forEach(entries::add);
        } else {
            entries.add(operand);
        }
        return entries;
    }

    private JsonNode value(JsonNode operand) {
        if (operand.isTextual()) {
            return text(operand);
        }
        if (!operand.isArray()) {
            return operand;
        }
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        operand.forEach(entry -> values.add(value(entry)));
        return values;
    }

    /** A copy with all texts in it as {@link #of} takes them. */
    JsonNode deep(JsonNode value) {
        if (value.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> filled.set(member.getKey(), deep(member.getValue())));
            return filled;
        }
        if (value.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            value.forEach(entry -> filled.add(deep(entry)));
            return filled;
        }
        return value(value);
    }

    private JsonNode text(JsonNode operand) {
        String text = operand.textValue();
        if (text.startsWith(NOW)) {
            return new DateValue(now(text)).toNode();
        }
        if (CURRENT.stream().anyMatch(text::startsWith)) {
            return variables.current(text);
        }
        return readsWords ? word(text, operand) : operand;
    }

    private Instant now(String text) {
        Instant now = variables.now();
        int open = text.indexOf('(');
        int close = text.indexOf(')', open + 1);
        return open < 0 || close < 0
                ? now
                : TimeShift.parse(text.substring(open + 1, close))
                        .map(shift -> shift.apply(now, variables.zone()))
                        .orElse(now);
    }

    private static JsonNode word(String text, JsonNode otherwise) {
        return switch (text) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            case "null", "NULL" -> NullNode.getInstance();
            default -> otherwise;
        };
    }
}
