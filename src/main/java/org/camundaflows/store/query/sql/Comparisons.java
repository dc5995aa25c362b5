package org.camundaflows.store.query.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camundaflows.filter.Operator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** One operator applied to one value (specification: filters, section 6). */
@SuppressWarnings({"unchecked", "rawtypes"}) // what is compared has been given the type of what it is compared with
final class Comparisons {

    private static final int FEW = 20;

    private final BoundValues values;

    Comparisons(Reading reading) {
        this.values = new BoundValues(reading.zone());
    }

    /** @throws org.camundaflows.store.error.ItemException {@code INVALID_QUERY} if the type lacks the operator */
    Condition condition(Tested tested, Operator operator, JsonNode operand) {
        OperatorTypes.check(tested, operator);
        return switch (operator) {
            case EQ -> equal(tested, operand);
            case NEQ -> unequal(tested, operand);
            case IN -> in(tested, operand, false);
            case NIN -> in(tested, operand, true);
            case LT, LTE, GT, GTE -> ordered(tested, operator, operand);
            case BETWEEN -> between(tested, operand, false);
            case NBETWEEN -> between(tested, operand, true);
            case NULL -> isNull(tested, !isFalse(operand));
            case NNULL -> isNull(tested, isFalse(operand));
            case EMPTY -> isEmpty(tested, !isFalse(operand));
            case NEMPTY -> isEmpty(tested, isFalse(operand));
            case INTERSECTS, NINTERSECTS, INTERSECTS_BBOX, NINTERSECTS_BBOX, REGEX, SUBMITTED, JSON ->
                throw OperatorTypes.lacking(tested.type(), operator.key());
            default -> LikePattern.of(operator, operand).condition(TextForms.of(tested.value()));
        };
    }

    private static boolean isFalse(JsonNode operand) {
        return operand.isBoolean() && !operand.booleanValue();
    }

    private Condition equal(Tested tested, JsonNode operand) {
        if (Conditions.isNothing(operand)) {
            return tested.value().isNull();
        }
        return values.bind(tested, operand)
                .map(value -> ((Field<Object>) tested.value()).eq((Field) value))
                .orElseGet(DSL::falseCondition);
    }

    private Condition unequal(Tested tested, JsonNode operand) {
        if (Conditions.isNothing(operand)) {
            return tested.value().isNotNull();
        }
        return values.bind(tested, operand)
                .map(value -> ((Field<Object>) tested.value()).ne((Field) value))
                .orElseGet(() -> tested.value().isNotNull());
    }

    private Condition in(Tested tested, JsonNode operand, boolean negated) {
        if (operand.isEmpty()) {
            return negated ? DSL.trueCondition() : DSL.falseCondition();
        }
        List<Param<?>> candidates = new ArrayList<>();
        for (JsonNode candidate : operand) {
            if (!Conditions.isNothing(candidate)) {
                values.bind(tested, candidate).ifPresent(candidates::add);
            } else if (negated) {
                // unknown whether it is this one: no item is certain to be another
                return DSL.falseCondition();
            }
        }
        if (candidates.isEmpty()) {
            return negated ? tested.value().isNotNull() : DSL.falseCondition();
        }
        Condition in = member(tested.value(), candidates);
        return negated ? DSL.not(in) : in;
    }

    /** Many candidates of one type go as one array: databases take a limited number of values. */
    private Condition member(Field<?> value, List<Param<?>> candidates) {
        Class<?> type = candidates.get(0).getType();
        boolean isUniform = candidates.stream().allMatch(candidate -> candidate.getType() == type);
        return candidates.size() <= FEW || !isUniform
                ? ((Field) value).in(candidates)
                : KeyLists.in(
                        value,
                        candidates.get(0).getDataType(),
                        candidates.stream()
                                .map(candidate -> (Object) candidate.getValue())
                                .toList());
    }

    private Condition ordered(Tested tested, Operator operator, JsonNode operand) {
        Optional<Param<?>> bound = Conditions.isNothing(operand) ? Optional.empty() : values.bind(tested, operand);
        if (bound.isEmpty()) {
            return DSL.falseCondition();
        }
        Field value = tested.value();
        Param<?> limit = bound.get();
        return switch (operator) {
            case LT -> value.lt(limit);
            case LTE -> value.le(limit);
            case GT -> value.gt(limit);
            default -> value.ge(limit);
        };
    }

    private Condition between(Tested tested, JsonNode operand, boolean negated) {
        if (operand.size() != 2) {
            return DSL.trueCondition();
        }
        Condition between =
                ordered(tested, Operator.GTE, operand.get(0)).and(ordered(tested, Operator.LTE, operand.get(1)));
        return negated ? DSL.not(between) : between;
    }

    private static Condition isNull(Tested tested, boolean expected) {
        return expected ? tested.value().isNull() : tested.value().isNotNull();
    }

    private static Condition isEmpty(Tested tested, boolean expected) {
        Field value = tested.value();
        if (value.getType() != String.class) {
            return isNull(tested, expected);
        }
        return expected ? value.isNull().or(value.eq("")) : value.isNotNull().and(value.ne(""));
    }
}
