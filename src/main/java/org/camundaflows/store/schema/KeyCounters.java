package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.store.sql.Database;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The counters behind primary keys: they go on after the highest key that somebody chose, which databases do not see to
 * by themselves, and never go back. All is done within the transaction of this thread.
 */
public final class KeyCounters {

    private final Database database;

    public KeyCounters(Database database) {
        this.database = database;
    }

    /** To be called when many items with keys of their own were written. Nothing happens where keys are not counted. */
    public void bump(CollectionSchema collection) {
        if (isCounted(collection)) {
            Long highest = highest(collection);
            if (highest != null) {
                follow(collection, highest);
            }
        }
    }

    /**
     * To be called when an item with a key of its own was written. Nothing happens where keys are not counted.
     *
     * @param key of the item; anything but a whole number is ignored
     */
    public void follow(CollectionSchema collection, JsonNode key) {
        if (isCounted(collection) && key.isIntegralNumber() && key.canConvertToLong()) {
            follow(collection, key.longValue());
        }
    }

    private static boolean isCounted(CollectionSchema collection) {
        Column key = collection.key().column();
        return key != null && key.autoIncrement();
    }

    private void follow(CollectionSchema collection, long key) {
        if (database.dialect() == SQLDialect.H2) {
            onH2(collection, key);
        } else {
            onPostgres(collection, key);
        }
    }

    private @Nullable Long highest(CollectionSchema collection) {
        Field<Long> key = DSL.field(DSL.name(collection.primaryKey()), Long.class);
        return database.sql()
                .select(DSL.max(key))
                .from(database.table(collection.name()))
                .fetchOne(0, Long.class);
    }

    private void onH2(CollectionSchema collection, long key) {
        Record counter = database.sql()
                .fetchOne(
                        "select cast(identity_base as bigint) from information_schema.columns"
                                + " where table_schema = ? and table_name = ? and column_name = ?",
                        database.schema(),
                        collection.name(),
                        collection.primaryKey());
        if (counter != null && counter.get(0) instanceof Long next && key >= next) {
            database.sql()
                    .execute(
                            "alter table {0} alter column {1} restart with {2}",
                            database.table(collection.name()), DSL.name(collection.primaryKey()), DSL.inline(key + 1));
        }
    }

    private void onPostgres(CollectionSchema collection, long key) {
        Record counter = database.sql()
                .fetchOne(
                        "select c, coalesce(pg_sequence_last_value(c::regclass), 0)"
                                + " from pg_get_serial_sequence(?, ?) as c where c is not null",
                        database.sql().render(database.table(collection.name())),
                        collection.primaryKey());
        if (counter != null && counter.get(1) instanceof Long last && key > last) {
            // what others have taken meanwhile must not come again
            database.sql()
                    .fetch(
                            "select setval(?::regclass, greatest(?, nextval(?::regclass)))",
                            counter.get(0),
                            key,
                            counter.get(0));
        }
    }
}
