package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.filter.regex.RegexBudget;

/** Makes the check of an operator and its operand (specification: filters, section 3). */
final class Checks {

    private final MembershipChecks membership;
    private final ComparisonChecks comparison;
    private final RegexBudget budget;
    private final boolean strict;

    /** @param budget the work that all regular expressions may do together */
    Checks(DateText dates, Clock clock, RegexBudget budget, boolean strict) {
        this.membership = new MembershipChecks(dates);
        this.comparison = new ComparisonChecks(dates, clock, strict);
        this.budget = budget;
        this.strict = strict;
    }

    /** @throws FilterException if the operator does not take the operand */
    Check of(Operator operator, JsonNode operand) {
        return switch (operator) {
            case EQ -> membership.valid(MembershipChecks.candidates(operand));
            case NEQ -> membership.invalid(MembershipChecks.candidates(operand));
            case IN -> list(operand).isEmpty() ? Check.ANYTHING : membership.valid(list(operand));
            case NIN -> list(operand).isEmpty() ? Check.ANYTHING : membership.invalid(list(operand));
            case NULL -> membership.valid(List.of(NullNode.getInstance()));
            case NNULL -> membership.invalid(List.of(NullNode.getInstance()));
            case EMPTY -> membership.valid(List.of(TextNode.valueOf("")));
            case NEMPTY -> membership.invalid(List.of(TextNode.valueOf("")));
            case LT, LTE, GT, GTE -> comparison.single(operator, operand);
            case BETWEEN -> comparison.between(list(operand));
            case NBETWEEN -> comparison.notBetween(list(operand));
            case REGEX -> operand.isTextual() ? RegexCheck.of(operand.textValue(), budget) : onlyTrue();
            case SUBMITTED, JSON, INTERSECTS, NINTERSECTS, INTERSECTS_BBOX, NINTERSECTS_BBOX -> Check.ANYTHING;
            default -> operand.isTextual() ? TextCheck.of(operator, operand.textValue(), strict) : onlyTrue();
        };
    }

    private Check onlyTrue() {
        return membership.valid(List.of(BooleanNode.TRUE));
    }

    private static List<JsonNode> list(JsonNode operand) {
        List<JsonNode> values = new ArrayList<>();
        operand.forEach(values::add);
        return values;
    }
}
