package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A parsed filter: the same for data in memory and for queries (specification: filters, section 0). */
public sealed interface Filter {

    /** Holds when every member holds; without members it holds. */
    record And(List<Filter> members) implements Filter {
        public And {
            members = List.copyOf(members);
        }
    }

    /** Holds when one member holds; without members it holds. */
    record Or(List<Filter> members) implements Filter {
        public Or {
            members = List.copyOf(members);
        }
    }

    /**
     * One operator applied to one field.
     *
     * @param operand with dynamic variables replaced; an array for operators that take lists; dates of {@code $NOW} are
     *     {@link org.camundaflows.json.DateValue}s
     */
    record Rule(FieldPath field, Operator operator, JsonNode operand) implements Filter {}

    /**
     * A field without a rule.
     *
     * @param operator what stands in place of an operator and is none, for example {@code _foo}; empty when
     *     the rule is an empty object
     */
    record Presence(FieldPath field, String operator) implements Filter {}

    /** A rule about the related items of a field. */
    record Related(FieldPath field, Quantifier quantifier, Filter filter) implements Filter {}

    /** The empty object as a filter: no restriction in queries and validation rules, an error in conditions. */
    record Empty() implements Filter {}

    /** {@code _some} and {@code _none}. */
    enum Quantifier {
        SOME,
        NONE
    }

    /** What a filter is for. */
    enum Use {
        /** The condition step: operands keep their types. */
        CONDITION,
        /** Queries, permissions and validation rules: the texts true, false and null stand for these values. */
        RULES
    }

    /**
     * Parses a filter.
     *
     * @throws FilterException if a part that should be an object or list is none
     */
    static Filter parse(JsonNode filter, DynamicVariables variables, Use use) {
        return new FilterParser(variables, use).parse(filter);
    }

    /**
     * A value with its variables replaced at any depth, and the texts true, false and null by these values, as in
     * operands of rules; dates of {@code $NOW} are {@link org.camundaflows.json.DateValue}s.
     */
    static JsonNode fill(JsonNode value, DynamicVariables variables) {
        return new Operands(variables, Use.RULES).deep(value);
    }

    /**
     * What is wrong with a filter of a condition as its author wrote it, in document order; empty when nothing is.
     * Operands that hold templates are not judged.
     */
    static List<FilterProblem> problems(JsonNode filter) {
        return FilterInspector.inspect(filter);
    }
}
