package org.camundaflows.store.query.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Set;
import org.jooq.DataType;

/** What columns know of time zones. */
public final class DateTypes {

    private static final Set<Class<?>> ZONED = Set.of(OffsetDateTime.class, Instant.class, OffsetTime.class);

    private DateTypes() {}

    /** Whether values of the type are points in time rather than what a clock on the wall shows. */
    public static boolean hasZone(DataType<?> type) {
        return ZONED.contains(type.getType());
    }
}
