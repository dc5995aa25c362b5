package org.camundaflows.store.query;

import org.camundaflows.filter.FieldPath;
import org.camundaflows.store.query.sql.ValuePaths;

/** One term of an order. */
record SortKey(FieldPath path, boolean descending) {

    /** @param text for example {@code -author.name} */
    static SortKey of(String text) {
        boolean descending = text.startsWith("-");
        String path = descending || text.startsWith("+") ? text.substring(1) : text;
        return new SortKey(new FieldPath(ValuePaths.split(path)), descending);
    }
}
