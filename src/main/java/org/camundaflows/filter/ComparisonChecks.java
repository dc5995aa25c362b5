package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.Json;

/** Checks of order, between numbers or between dates: which of them, the operands decide. */
final class ComparisonChecks {

    private static final String NOW = "now";

    private final DateText dates;
    private final Clock clock;
    private final boolean strict;

    ComparisonChecks(DateText dates, Clock clock, boolean strict) {
        this.dates = dates;
        this.clock = clock;
        this.strict = strict;
    }

    Check single(Operator operator, JsonNode operand) {
        return check(List.of(operand), List.of(operator.type()), false);
    }

    Check between(List<JsonNode> operands) {
        return check(operands, List.of("gte", "lte"), false);
    }

    Check notBetween(List<JsonNode> operands) {
        return check(operands, List.of("lt", "gt"), !strict);
    }

    private Check check(List<JsonNode> operands, List<String> types, boolean oneSuffices) {
        boolean numeric = operands.stream().allMatch(ComparisonChecks::isNumeric);
        if (operands.size() < types.size()) {
            throw FilterException.operand(
                    numeric
                            ? "limit must be a number or reference"
                            : "date must have a valid date format or reference");
        }
        List<Limit> limits = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            limits.add(numeric ? number(types.get(i), operands.get(i)) : date(types.get(i), operands.get(i)));
        }
        Function<JsonNode, Measure> measure = numeric ? Measure::number : value -> Measure.date(value, dates);
        return new Comparison(limits, oneSuffices, measure);
    }

    private static boolean isNumeric(JsonNode operand) {
        return !(operand instanceof POJONode) && !Double.isNaN(JsNumber.of(operand));
    }

    private static Limit number(String type, JsonNode operand) {
        JsonNode shown = operand instanceof NumericNode ? operand : JsNumber.node(JsNumber.of(operand));
        return new Limit(type, shown.doubleValue(), shown, Json.number(shown));
    }

    private Limit date(String type, JsonNode operand) {
        if (operand.isTextual() && operand.textValue().equals(NOW)) {
            return new Limit(type, clock.millis(), TextNode.valueOf(NOW), NOW);
        }
        if (Measure.date(operand, dates) instanceof Measure.At at) {
            Instant instant = Instant.ofEpochMilli((long) at.position());
            return new Limit(type, at.position(), new DateValue(instant).toNode(), dates.display(instant));
        }
        throw FilterException.operand("date must have a valid date format or reference");
    }

    private record Comparison(List<Limit> limits, boolean oneSuffices, Function<JsonNode, Measure> measure)
            implements Check {

        @Override
        public List<Violation> violations(JsonNode value) {
            Measure measured = measure.apply(value);
            if (!(measured instanceof Measure.At at)) {
                return List.of(
                        measured == Measure.Fault.UNSAFE
                                ? Violation.of("unsafe", "Value is not a safe number.")
                                : Violation.required());
            }
            List<Violation> violations = limits.stream()
                    .filter(limit -> !limit.admits(at.position()))
                    .map(Limit::violation)
                    .toList();
            return oneSuffices && violations.size() < limits.size() ? List.of() : violations;
        }
    }
}
