package org.camundaflows.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.filter.regex.RegexBudget;
import org.camundaflows.json.Json;

/** Looks for mistakes in a filter as it is written, without data. */
final class FilterInspector {

    private static final String TEMPLATE = "{{";
    private static final DynamicVariables SAMPLES = new Samples();

    private final Operands operands = new Operands(SAMPLES, Filter.Use.CONDITION);
    private final Checks checks =
            new Checks(new DateText(ZoneOffset.UTC), Clock.systemUTC(), RegexBudget.standard(), false);
    private final List<FilterProblem> problems = new ArrayList<>();

    private FilterInspector() {}

    static List<FilterProblem> inspect(JsonNode filter) {
        FilterInspector inspector = new FilterInspector();
        inspector.root(filter);
        return List.copyOf(inspector.problems);
    }

    private void root(JsonNode filter) {
        if (holdsTemplate(filter) || filter.isNull() || filter.isMissingNode()) {
            return;
        }
        if (filter.isTextual()) {
            text(filter.textValue());
        } else if (!filter.isObject()) {
            report(List.of(), "A filter is an object, for example {\"$trigger\":{\"body\":{\"n\":{\"_gt\":1}}}}");
        } else if (filter.isEmpty()) {
            report(List.of(), "An empty filter always rejects; leave the filter out to let everything pass");
        } else {
            object(filter, List.of(), false);
        }
    }

    private void text(String filter) {
        try {
            root(Json.parse(filter));
        } catch (JsonProcessingException e) {
            report(List.of(), "The text is not JSON: " + e.getOriginalMessage());
        }
    }

    private void object(JsonNode filter, List<String> path, boolean hasField) {
        if (path.size() > FilterParser.MAX_DEPTH) {
            report(path, "Filters end at " + FilterParser.MAX_DEPTH + " levels");
            return;
        }
        for (Map.Entry<String, JsonNode> entry : filter.properties()) {
            entry(entry.getKey(), entry.getValue(), path, hasField);
        }
    }

    private void entry(String key, JsonNode value, List<String> parent, boolean hasField) {
        List<String> path = child(parent, key);
        if (key.equals("_and") || key.equals("_or")) {
            group(key, value, path, hasField);
        } else if (key.startsWith("_")) {
            operator(key, value, path, hasField);
        } else {
            field(key, value, path);
        }
    }

    private void group(String key, JsonNode value, List<String> path, boolean hasField) {
        if (holdsTemplate(value)) {
            return;
        }
        if (!value.isArray()) {
            report(path, "\"" + key + "\" takes a list of filters");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            JsonNode member = value.get(i);
            List<String> memberPath = child(path, Integer.toString(i));
            if (member.isObject() && (hasField || !member.isEmpty())) {
                object(member, memberPath, hasField);
            } else if (!holdsTemplate(member) && (!hasField || member.isNull())) {
                report(memberPath, "A filter is expected here");
            }
        }
    }

    private void field(String key, JsonNode value, List<String> path) {
        if (key.contains(TEMPLATE)) {
            report(path, "Keys are not rendered; templates work in operands only");
        } else if (key.indexOf('.') >= 0) {
            report(path, "A key with dots is one name, not a path; write nested objects instead");
        }
        if (value.isNull()) {
            report(path, "null is no rule; write {\"_null\":true} or {\"_eq\":null}");
        } else if (value.isObject()) {
            object(value, path, true);
        } else if (value.isArray()) {
            report(path, "A list is no rule; write {\"_in\":[…]}");
        } else if (!holdsTemplate(value)) {
            operand(Operator.EQ, value, path);
        }
    }

    private void operator(String key, JsonNode value, List<String> path, boolean hasField) {
        Optional<Operator> operator = Operator.find(key);
        if (!hasField) {
            report(path, "An operator stands below a field; here \"" + key + "\" is taken for the name of a field");
        } else if (operator.isEmpty() || !operator.get().isForPayloads()) {
            report(
                    path,
                    "\"" + key + "\" is no operator of conditions; it is ignored and what is below it not checked");
        } else if (!holdsTemplate(value)) {
            operand(operator.get(), value, path);
        }
    }

    private void operand(Operator operator, JsonNode operand, List<String> path) {
        boolean isVariable = operand.isTextual() && operand.textValue().startsWith("$CURRENT_");
        if (isAboutText(operator) && !operand.isTextual()) {
            report(path, "\"" + operator.key() + "\" takes a text");
        } else if (!isVariable) {
            try {
                checks.of(operator, operands.of(operator, operand));
            } catch (FilterException e) {
                report(
                        path,
                        "\"" + operator.key() + "\" does not take this value: "
                                + e.error().message());
            }
        }
    }

    private static boolean isAboutText(Operator operator) {
        return operator.compareTo(Operator.CONTAINS) >= 0 && operator.compareTo(Operator.REGEX) <= 0;
    }

    private static boolean holdsTemplate(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().contains(TEMPLATE);
        }
        if (value.isArray()) {
            for (JsonNode entry : value) {
                if (holdsTemplate(entry)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void report(List<String> path, String message) {
        problems.add(new FilterProblem(path, message));
    }

    private static List<String> child(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    /** Values of the right types. */
    private record Samples() implements DynamicVariables {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public JsonNode current(String name) {
            return NullNode.getInstance();
        }
    }
}
