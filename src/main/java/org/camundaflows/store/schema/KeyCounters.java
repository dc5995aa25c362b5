package org.camundaflows.store.schema;

import org.camundaflows.store.sql.Database;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The counters behind primary keys. */
public final class KeyCounters {

    private final Database database;

    public KeyCounters(Database database) {
        this.database = database;
    }

    /**
     * To be called after items were written with keys of their own: the counter goes on after the highest key. It never
     * goes back. Does nothing for collections whose keys are not counted.
     */
    public void bump(CollectionSchema collection) {
        Column key = collection.key().column();
        if (key != null && key.autoIncrement()) {
            if (database.dialect() == SQLDialect.H2) {
                bumpH2(collection);
            } else {
                bumpPostgres(collection);
            }
        }
    }

    private void bumpPostgres(CollectionSchema collection) {
        String table = database.sql().render(database.table(collection.name()));
        String sequence = database.sql()
                .fetchOptional("select pg_get_serial_sequence(?, ?)", table, collection.primaryKey())
                .map(row -> row.get(0, String.class))
                .orElse(null);
        if (sequence == null) {
            return;
        }
        Long highest = highest(collection);
        if (highest != null) {
            database.sql()
                    .fetch(
                            "select setval(cast(? as regclass), ?) where ? > coalesce((select last_value from "
                                    + "pg_catalog.pg_sequences where cast(format('%I.%I', schemaname, sequencename) as regclass)"
                                    + " = cast(? as regclass)), 0)",
                            sequence, highest, highest, sequence);
        }
    }

    private void bumpH2(CollectionSchema collection) {
        Long highest = highest(collection);
        Long next = database.sql()
                .fetchOptional(
                        "select identity_base from information_schema.columns where table_schema = ? and table_name = ?"
                                + " and column_name = ?",
                        database.schema(),
                        collection.name(),
                        collection.primaryKey())
                .map(row -> row.get(0, Long.class))
                .orElse(null);
        if (highest != null && next != null && highest >= next) {
            database.sql()
                    .execute(
                            "alter table {0} alter column {1} restart with {2}",
                            database.table(collection.name()),
                            DSL.name(collection.primaryKey()),
                            DSL.inline(highest + 1));
        }
    }

    private @Nullable Long highest(CollectionSchema collection) {
        Field<Long> key = DSL.field(DSL.name(collection.primaryKey()), Long.class);
        return database.sql()
                .select(DSL.max(key))
                .from(database.table(collection.name()))
                .fetchOne(0, Long.class);
    }
}
