package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.filter.Operator;
import org.jspecify.annotations.Nullable;

/** What is wrong with filters that come from outside (specification: filters, section 6). */
final class FilterRules {

    private FilterRules() {}

    /** The first problem, the reason of an {@code INVALID_QUERY}. */
    static Optional<String> problem(JsonNode filter) {
        return Optional.ofNullable(object(filter, 0));
    }

    private static @Nullable String object(JsonNode filter, int depth) {
        for (Map.Entry<String, JsonNode> entry : filter.properties()) {
            String problem = entry(entry.getKey(), entry.getValue(), depth);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String entry(String key, JsonNode value, int depth) {
        return switch (key) {
            case "_and", "_or" -> group(key, value, depth);
            case "_some", "_none" -> object(value, depth);
            case "_json" -> null;
            default -> key.startsWith("_") ? operator(key, value) : field(value, depth);
        };
    }

    private static @Nullable String group(String key, JsonNode members, int depth) {
        if (!members.isArray()) {
            return "\"" + key + "\" has to be an array of filters";
        }
        for (JsonNode member : members) {
            String problem = object(member, depth);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String field(JsonNode value, int depth) {
        if (depth + 1 > QueryRules.MAX_DEPTH) {
            return QueryRules.TOO_DEEP;
        }
        return value.isObject() ? object(value, depth + 1) : scalar(Operator.EQ.key(), value);
    }

    private static @Nullable String operator(String key, JsonNode operand) {
        Operator operator = Operator.find(key).orElse(null);
        if (operator == null) {
            return null;
        }
        return switch (operator) {
            case IN, NIN, BETWEEN, NBETWEEN -> list(key, operand);
            case NULL, NNULL, EMPTY, NEMPTY -> truth(key, operand);
            case INTERSECTS, NINTERSECTS, INTERSECTS_BBOX, NINTERSECTS_BBOX -> null;
            default -> scalar(key, operand);
        };
    }

    /** Text with commas has become a list when the filter is used. */
    private static @Nullable String list(String key, JsonNode operand) {
        boolean isList = operand.isTextual() ? !operand.textValue().isEmpty() : !operand.isEmpty();
        return isList ? null : "\"" + key + "\" has to be an array of values";
    }

    private static @Nullable String truth(String key, JsonNode operand) {
        boolean isTruth = operand.isBoolean() || "true".equals(operand.asText()) || "false".equals(operand.asText());
        return isTruth ? null : "\"" + key + "\" has to be a boolean";
    }

    private static @Nullable String scalar(String key, JsonNode operand) {
        if (operand.isContainerNode()) {
            return "The filter value for \"" + key + "\" has to be a string, number, or boolean";
        }
        if (operand.isTextual() && operand.textValue().isEmpty()) {
            return "You can't filter for an empty string in \"" + key + "\". Use \"_empty\" or \"_nempty\" instead";
        }
        return null;
    }
}
