package org.camundaflows.store.query;

import java.util.HashMap;
import java.util.Map;

/** Counts results by whom they belong to, to cut their lists. */
final class PerOwner {

    private final Bounds bounds;
    private final Map<String, Long> seen = new HashMap<>();

    PerOwner(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Whether the next result of an owner is one of those wanted. */
    boolean isWithin(String owner) {
        long position = seen.merge(owner, 1L, Long::sum);
        return position > bounds.offset() && (bounds.limit() < 0 || position <= bounds.offset() + bounds.limit());
    }
}
