package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.Json;

/** Checks that a value is, or is not, one of some candidates. */
final class MembershipChecks {

    private final DateText dates;

    MembershipChecks(DateText dates) {
        this.dates = dates;
    }

    /** The operand of {@code _eq}, for numbers with its text, for texts that read as a number with that number. */
    static List<JsonNode> candidates(JsonNode operand) {
        if (operand.isNumber()) {
            return List.of(operand, TextNode.valueOf(Json.number(operand)));
        }
        boolean isNumeric = operand.isTextual()
                && !operand.textValue().isEmpty()
                && !Double.isNaN(JsNumber.of(operand.textValue()));
        return isNumeric ? List.of(operand, JsNumber.node(JsNumber.of(operand.textValue()))) : List.of(operand);
    }

    Check valid(List<JsonNode> candidates) {
        Map<Object, JsonNode> distinct = distinct(candidates, "valid");
        return value -> distinct.containsKey(Identity.of(value))
                ? List.of()
                : List.of(violation(distinct.values(), "valid", "", "in", "eq", "has to be"));
    }

    Check invalid(List<JsonNode> candidates) {
        Map<Object, JsonNode> distinct = distinct(candidates, "invalid");
        return value -> distinct.containsKey(Identity.of(value))
                ? List.of(violation(distinct.values(), "invalid", "n", "nin", "neq", "can't be"))
                : List.of();
    }

    private Violation violation(
            Collection<JsonNode> candidates, String detail, String prefix, String several, String single, String verb) {
        if (candidates.size() > 1) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode().addAll(candidates);
            String listed = candidates.stream().map(this::quoted).collect(Collectors.joining(", "));
            return Violation.of(several, "Value " + verb + " one of " + listed + ".", detail, all);
        }
        JsonNode only = candidates.iterator().next();
        if (only.isNull()) {
            return Violation.of(prefix + "null", "Value " + verb + " null.");
        }
        if (only.isTextual() && only.textValue().isEmpty()) {
            return Violation.of(prefix + "empty", "Value " + verb + " empty.");
        }
        return Violation.of(single, "Value " + verb + " " + quoted(only) + ".", detail, only);
    }

    private String quoted(JsonNode value) {
        return value instanceof POJONode pojo && pojo.getPojo() instanceof DateValue date
                ? "\"" + dates.display(date.instant()) + "\""
                : "\"" + JsNumber.text(value) + "\"";
    }

    private static Map<Object, JsonNode> distinct(List<JsonNode> candidates, String method) {
        Map<Object, JsonNode> distinct = new LinkedHashMap<>();
        for (JsonNode candidate : candidates) {
            if (candidate.isArray()) {
                throw FilterException.operand("Method no longer accepts array arguments: " + method);
            }
            distinct.putIfAbsent(Identity.of(candidate), candidate);
        }
        return distinct;
    }
}
