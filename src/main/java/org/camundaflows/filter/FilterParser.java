package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the JSON of one filter into its normal form (specification: filters, section 0). */
final class FilterParser {

    static final int MAX_DEPTH = 200;

    private final Operands operands;
    private final boolean nullIsNoRule;
    private int depth;

    FilterParser(DynamicVariables variables, Filter.Use use) {
        operands = new Operands(variables, use);
        nullIsNoRule = use == Filter.Use.RULES;
    }

    Filter parse(JsonNode filter) {
        return parse(filter, FieldPath.ROOT);
    }

    private Filter parse(JsonNode filter, FieldPath field) {
        if (filter.isNull() || filter.isMissingNode()) {
            if (nullIsNoRule) {
                return new Filter.Empty();
            }
            throw FilterException.type("Cannot convert undefined or null to object");
        }
        if (!filter.isContainerNode()) {
            return operator(Operator.EQ.key(), filter, field);
        }
        if (++depth > MAX_DEPTH) {
            throw FilterException.plain("The filter is nested deeper than " + MAX_DEPTH + " levels");
        }
        Filter parsed = filter.isArray() ? list(filter, field) : object(filter, field);
        depth--;
        return parsed;
    }

    private Filter object(JsonNode filter, FieldPath field) {
        List<Filter> members = new ArrayList<>();
        filter.properties().forEach(entry -> members.add(entry(entry.getKey(), entry.getValue(), field)));
        return all(members, field);
    }

    // an array is an object with the keys 0, 1, …
    private Filter list(JsonNode filter, FieldPath field) {
        List<Filter> members = new ArrayList<>();
        for (int i = 0; i < filter.size(); i++) {
            members.add(entry(Integer.toString(i), filter.get(i), field));
        }
        return all(members, field);
    }

    private static Filter all(List<Filter> members, FieldPath field) {
        if (members.isEmpty()) {
            return field.isRoot() ? new Filter.Empty() : new Filter.Presence(field, "");
        }
        return members.size() == 1 ? members.get(0) : new Filter.And(members);
    }

    private Filter entry(String key, JsonNode value, FieldPath field) {
        return switch (key) {
            case "_and" -> new Filter.And(members(value, field));
            case "_or" -> new Filter.Or(members(value, field));
            case "_some" -> related(Filter.Quantifier.SOME, value, field);
            case "_none" -> related(Filter.Quantifier.NONE, value, field);
            default -> key.startsWith("_") ? operator(key, value, field) : parse(value, field.child(key));
        };
    }

    private List<Filter> members(JsonNode value, FieldPath field) {
        if (!value.isArray()) {
            throw FilterException.type("A list is expected in _and and _or");
        }
        List<Filter> members = new ArrayList<>(value.size());
        value.forEach(member -> members.add(parse(member, field)));
        return members;
    }

    private Filter related(Filter.Quantifier quantifier, JsonNode value, FieldPath field) {
        String key = quantifier == Filter.Quantifier.SOME ? "_some" : "_none";
        return field.isRoot()
                ? new Filter.Presence(field.child(key), "")
                : new Filter.Related(field, quantifier, parse(value, FieldPath.ROOT));
    }

    private Filter operator(String key, JsonNode operand, FieldPath field) {
        if (field.isRoot()) {
            // nothing to apply it to: the key is the name of a field
            return new Filter.Presence(field.child(key), "");
        }
        Optional<Operator> operator = Operator.find(key);
        return operator.isPresent()
                ? new Filter.Rule(field, operator.get(), operands.of(operator.get(), operand))
                : new Filter.Presence(field, key);
    }
}
