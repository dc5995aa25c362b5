package org.camundaflows.store.query;

import java.util.Arrays;
import java.util.Optional;

/** Functions of aggregation (specification: items-query, section 4). */
enum AggregateFunction {
    COUNT("count"),
    COUNT_ALL("countAll"),
    COUNT_DISTINCT("countDistinct"),
    SUM("sum"),
    SUM_DISTINCT("sumDistinct"),
    AVG("avg"),
    AVG_DISTINCT("avgDistinct"),
    MIN("min"),
    MAX("max");

    private final String key;

    AggregateFunction(String key) {
        this.key = key;
    }

    /** As queries and results spell it. */
    String key() {
        return key;
    }

    /** Whether it counts items rather than looking at their values. */
    boolean counts() {
        return this == COUNT || this == COUNT_ALL;
    }

    /** Whether it only makes sense of numbers. */
    boolean isOfNumbers() {
        return this == SUM || this == SUM_DISTINCT || this == AVG || this == AVG_DISTINCT;
    }

    static Optional<AggregateFunction> find(String key) {
        return Arrays.stream(values())
                .filter(function -> function.key.equals(key))
                .findFirst();
    }
}
