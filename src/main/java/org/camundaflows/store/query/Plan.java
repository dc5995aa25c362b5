package org.camundaflows.store.query;

import java.util.List;
import org.camundaflows.filter.Filter;
import org.camundaflows.store.schema.CollectionSchema;
import org.jspecify.annotations.Nullable;

/**
 * A query, or the part of it for one relation, after all its fields have been found and checked.
 *
 * @param entries none when it aggregates
 * @param filter of the query itself, without rules of permissions
 * @param sort complete: it ends with the primary key unless the query aggregates
 * @param totals null when it does not aggregate
 */
record Plan(
        CollectionSchema collection,
        List<Entry> entries,
        Filter filter,
        @Nullable String search,
        List<SortKey> sort,
        Bounds bounds,
        @Nullable Totals totals) {}
