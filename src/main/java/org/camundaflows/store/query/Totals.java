package org.camundaflows.store.query;

import java.util.List;
import org.camundaflows.filter.FieldPath;

/**
 * What a query sums up.
 *
 * @param groups fields and functions whose values make groups
 */
record Totals(List<Total> totals, List<FieldPath> groups) {

    /** @param field name of a field, or {@code *} */
    record Total(AggregateFunction function, String field) {
        boolean isOfItems() {
            return field.equals(ALL);
        }
    }

    static final String ALL = "*";

    /** Whether a function is asked for with fields, so that its result is an object by field. */
    boolean isByField(AggregateFunction function) {
        return totals.stream().anyMatch(total -> total.function() == function && !total.isOfItems());
    }
}
