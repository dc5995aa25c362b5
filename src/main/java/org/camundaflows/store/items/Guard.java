package org.camundaflows.store.items;

import java.util.function.Supplier;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.sql.Database;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work of one call, and puts what the database refuses outside a particular statement into documented errors. */
final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final Database database;

    Guard(Database database) {
        this.database = database;
    }

    <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            throw translate(e);
        }
    }

    <T> T inTransaction(Supplier<T> work) {
        return run(() -> database.inTransaction(work));
    }

    private static ItemException translate(DataAccessException failure) {
        return switch (Refusal.of(failure)) {
            case NOT_UNIQUE -> ItemErrors.notUnique(null, null, null);
            case FOREIGN_KEY -> ItemErrors.invalidForeignKey(null, null, null);
            case NOT_NULL -> ItemErrors.notNull(null, null);
            case TOO_LONG -> ItemErrors.tooLong(null, null, null);
            case OUT_OF_RANGE -> ItemErrors.outOfRange(null, null, null);
            case INVALID -> ItemErrors.invalidQuery("A value has not the form of its field");
            case UNREACHABLE -> {
                LOG.warn("The database does not answer", failure);
                yield ItemErrors.unavailable("database", "The database cannot be reached");
            }
            case OTHER -> {
                LOG.error("The database refused a statement", failure);
                yield new ItemException(
                        ErrorValue.known("INTERNAL_SERVER_ERROR", 500, "An unexpected error occurred.", null));
            }
        };
    }
}
