package org.camundaflows.filter;

import java.util.Locale;
import java.util.Optional;

/** Functions a filter may apply to a field, written {@code year(field)}. */
public enum FieldFunction {
    YEAR,
    MONTH,
    WEEK,
    DAY,
    WEEKDAY,
    HOUR,
    MINUTE,
    SECOND,
    COUNT;

    /** As fields write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FieldFunction> find(String name) {
        for (FieldFunction function : values()) {
            if (function.id().equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
