package org.camundaflows.store.query;

import org.jspecify.annotations.Nullable;

/**
 * Which of the items found, in their order, a query wants.
 *
 * @param limit their number, -1 for all
 */
record Bounds(int limit, long offset) {

    static Bounds of(Query query, QueryLimits limits) {
        int limit = limits.of(query.limit());
        return new Bounds(limit, offset(query.offset(), query.page(), limit));
    }

    private static long offset(@Nullable Integer offset, @Nullable Integer page, int limit) {
        if (page != null && limit >= 0) {
            return Math.max(0L, limit * (page - 1L));
        }
        return offset == null ? 0 : Math.max(0, offset);
    }

    boolean isNothing() {
        return limit == 0;
    }

    boolean isEverything() {
        return limit < 0 && offset == 0;
    }
}
