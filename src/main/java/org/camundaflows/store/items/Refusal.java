package org.camundaflows.store.items;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Map;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Why H2 or PostgreSQL refused, told from the code of the error. */
enum Refusal {
    NOT_UNIQUE,
    FOREIGN_KEY,
    NOT_NULL,
    TOO_LONG,
    OUT_OF_RANGE,
    /** A value that the column cannot take for another reason. */
    INVALID,
    /** Nobody there, shut down, too busy, or others hold the locks: it may work later. */
    UNREACHABLE,
    OTHER;

    private static final Map<String, Refusal> STATES = Map.ofEntries(
            Map.entry("23505", NOT_UNIQUE),
            Map.entry("23502", NOT_NULL),
            Map.entry("23503", FOREIGN_KEY),
            Map.entry("23506", FOREIGN_KEY),
            Map.entry("23001", FOREIGN_KEY),
            Map.entry("22001", TOO_LONG),
            Map.entry("22003", OUT_OF_RANGE),
            Map.entry("22004", OUT_OF_RANGE),
            Map.entry("90067", UNREACHABLE),
            Map.entry("90098", UNREACHABLE),
            Map.entry("90108", UNREACHABLE),
            Map.entry("90121", UNREACHABLE),
            Map.entry("HYT00", UNREACHABLE),
            Map.entry("HYT01", UNREACHABLE),
            Map.entry("55P03", UNREACHABLE));

    /** Connection, transaction rollback, resources, operator intervention. */
    private static final Set<String> UNREACHABLE_CLASSES = Set.of("08", "40", "53", "57");

    /** Data exceptions, and constraints of other kinds. */
    private static final Set<String> INVALID_CLASSES = Set.of("22", "23");

    static Refusal of(DataAccessException failure) {
        SQLException cause = failure.getCause(SQLException.class);
        return cause == null ? OTHER : of(cause, cause.getSQLState());
    }

    private static Refusal of(SQLException cause, @Nullable String state) {
        Refusal known = state == null ? null : STATES.get(state);
        if (known != null) {
            return known;
        }
        String group = state == null || state.length() < 2 ? "" : state.substring(0, 2);
        if (UNREACHABLE_CLASSES.contains(group)
                || cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLNonTransientConnectionException) {
            return UNREACHABLE;
        }
        return INVALID_CLASSES.contains(group) ? INVALID : OTHER;
    }
}
