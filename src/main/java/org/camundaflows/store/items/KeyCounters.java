package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.sql.Database;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Moves the counter of an automatic key behind a key that somebody chose; databases do not do so by themselves. */
final class KeyCounters {

    private final Database database;

    KeyCounters(Database database) {
        this.database = database;
    }

    /** @param key has been inserted */
    void follow(CollectionSchema collection, JsonNode key) {
        if (!key.isIntegralNumber() || !key.canConvertToLong()) {
            return;
        }
        if (database.dialect() == SQLDialect.POSTGRES) {
            onPostgres(collection, key.longValue());
        } else {
            onH2(collection, key.longValue());
        }
    }

    private void onH2(CollectionSchema collection, long key) {
        Record next = database.sql()
                .fetchOne(
                        "select cast(identity_base as bigint) from information_schema.columns"
                                + " where table_schema = ? and table_name = ? and column_name = ?",
                        database.schema(),
                        collection.name(),
                        collection.primaryKey());
        if (next != null && next.get(0) instanceof Long base && key >= base) {
            database.sql()
                    .execute(
                            "alter table {0} alter column {1} restart with {2}",
                            DSL.name(database.schema(), collection.name()),
                            DSL.name(collection.primaryKey()),
                            DSL.inline(key + 1));
        }
    }

    private void onPostgres(CollectionSchema collection, long key) {
        Name table = DSL.name(database.schema(), collection.name());
        String quoted = database.sql().render(table);
        Record counter = database.sql()
                .fetchOne(
                        "select c, coalesce(pg_sequence_last_value(c::regclass), 0)"
                                + " from pg_get_serial_sequence(?, ?) as c where c is not null",
                        quoted,
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
