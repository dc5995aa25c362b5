package org.camundaflows.store.query.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camundaflows.filter.Operator;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.FieldType;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** {@code _json}: rules about what is found at paths inside of a JSON value. */
final class JsonRules {

    private static final int MAX_PATH = 50;

    private final Reading reading;
    private final JsonColumns json;

    JsonRules(Reading reading) {
        this.reading = reading;
        this.json = new JsonColumns(reading);
    }

    /**
     * @param operand rules by path, such as {@code {"k.v": {"_eq": 5}}}
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_QUERY} if it is anything else
     */
    Condition condition(Field<?> column, JsonNode operand) {
        if (!operand.isObject()) {
            throw ItemErrors.invalidQuery("\"_json\" has to be an object");
        }
        List<Condition> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : operand.properties()) {
            Field<String> found = json.at(column, JsonPaths.keys(path.getKey(), MAX_PATH));
            JsonNode rules = path.getValue();
            if (rules.isObject()) {
                rules.properties().forEach(rule -> all.add(rule(found, rule.getKey(), rule.getValue())));
            } else {
                all.add(rule(found, Operator.EQ.key(), rules));
            }
        }
        return DSL.and(all);
    }

    private Condition rule(Field<String> found, String key, JsonNode operand) {
        Operator operator = Operator.find(key).orElseThrow(() -> OperatorTypes.lacking(FieldType.JSON, key));
        if (operator.takesList()) {
            return list(found, operator, operand);
        }
        return switch (operator) {
            case EQ, NEQ, LT, LTE, GT, GTE -> compared(found, operator, operand);
            default -> condition(text(found), FieldType.STRING, operator, operand);
        };
    }

    private Condition list(Field<String> found, Operator operator, JsonNode operand) {
        JsonNode first = operand.isArray() && !operand.isEmpty() ? operand.get(0) : operand;
        return first.isNumber()
                ? condition(number(found), FieldType.DECIMAL, operator, operand)
                : condition(text(found), FieldType.STRING, operator, operand);
    }

    private Condition compared(Field<String> found, Operator operator, JsonNode operand) {
        if (operand.isNumber()) {
            return condition(number(found), FieldType.DECIMAL, operator, operand);
        }
        if (operator == Operator.EQ || operator == Operator.NEQ) {
            return condition(text(found), FieldType.STRING, operator, operand);
        }
        return new Comparisons(reading).condition(new Tested(text(found), FieldType.UNKNOWN, false), operator, operand);
    }

    private Condition condition(Field<?> value, FieldType type, Operator operator, JsonNode operand) {
        return new Comparisons(reading).condition(new Tested(value, type, false), operator, operand);
    }

    /** Texts without their quotes, other values as JSON, null for null. */
    private static Field<String> text(Field<String> found) {
        Field<String> bare =
                DSL.substring(found, DSL.inline(2), DSL.length(found).minus(2));
        return DSL.when(JsonColumns.isText(found), bare).when(found.ne(DSL.inline("null")), found);
    }

    private static Field<BigDecimal> number(Field<String> found) {
        return DSL.when(
                JsonColumns.isNumber(found),
                DSL.field("cast({0} as {1})", BigDecimal.class, found, DSL.keyword("numeric(60, 20)")));
    }
}
