package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
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
        List<JsonNode> distinct = distinct(candidates, "valid");
        List<Violation> violation = List.of(violation(distinct, "valid", "", "in", "eq", "has to be"));
        return value -> contains(distinct, value) ? List.of() : violation;
    }

    Check invalid(List<JsonNode> candidates) {
        List<JsonNode> distinct = distinct(candidates, "invalid");
        List<Violation> violation = List.of(violation(distinct, "invalid", "n", "nin", "neq", "can't be"));
        return value -> contains(distinct, value) ? violation : List.of();
    }

    private Violation violation(
            List<JsonNode> candidates, String detail, String prefix, String several, String single, String verb) {
        if (candidates.size() > 1) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode().addAll(candidates);
            String listed = candidates.stream().map(this::quoted).collect(Collectors.joining(", "));
            return Violation.of(several, "Value " + verb + " one of " + listed + ".", detail, all);
        }
        JsonNode only = candidates.get(0);
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

    private static List<JsonNode> distinct(List<JsonNode> candidates, String method) {
        List<JsonNode> distinct = new ArrayList<>();
        for (JsonNode candidate : candidates) {
            if (candidate.isArray()) {
                throw FilterException.operand("Method no longer accepts array arguments: " + method);
            }
            if (!contains(distinct, candidate)) {
                distinct.add(candidate);
            }
        }
        return distinct;
    }

    private static boolean contains(List<JsonNode> candidates, JsonNode value) {
        return candidates.stream().anyMatch(candidate -> JsEquality.same(candidate, value));
    }
}
