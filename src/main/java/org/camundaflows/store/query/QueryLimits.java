package org.camundaflows.store.query;

import org.jspecify.annotations.Nullable;

/**
 * How many items a query finds.
 *
 * @param standard when it does not say; for lists of related items, for each of them
 * @param max whatever it says; null for no limit
 */
public record QueryLimits(int standard, @Nullable Integer max) {

    /** What Directus does without settings. */
    public static final QueryLimits DEFAULT = new QueryLimits(100, null);

    static final int ALL = -1;

    /** @return the number of items, or -1 for all */
    int of(@Nullable Integer asked) {
        int limit = asked == null ? standard : asked;
        if (max == null) {
            return Math.max(limit, ALL);
        }
        return limit < 0 ? max : Math.min(limit, max);
    }
}
