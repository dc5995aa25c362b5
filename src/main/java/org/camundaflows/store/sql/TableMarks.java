package org.camundaflows.store.sql;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Tells cheaply, without reading contents, whether tables have been written to, by whomever. Two marks that are equal mean
 * that nothing has changed in between.
 */
public final class TableMarks {

    private final Database database;
    private final List<String> tables;

    public TableMarks(Database database, String... tables) {
        this.database = database;
        this.tables = List.of(tables);
    }

    /** Marks of the tables as this thread sees them now. */
    public List<Object> current() {
        List<Object> marks = new ArrayList<>();
        for (String table : tables) {
            marks.add(database.dialect() == SQLDialect.H2 ? lastModification(table) : versionsOfRows(table));
        }
        return marks;
    }

    private Object lastModification(String table) {
        return database.sql()
                .select(DSL.max(DSL.field(DSL.name("LAST_MODIFICATION"), Long.class)))
                .from(DSL.table(DSL.name("INFORMATION_SCHEMA", "TABLES")))
                .where(DSL.field(DSL.name("TABLE_SCHEMA"), String.class).eq(database.schema()))
                .and(DSL.field(DSL.name("TABLE_NAME"), String.class).eq(table))
                .fetchSingle();
    }

    /** Whoever writes a row gives it the number of a later transaction: with as many rows as before, the sum differs. */
    private Object versionsOfRows(String table) {
        Field<Long> version = DSL.field("{0}::text::bigint", Long.class, DSL.field(DSL.name("xmin")));
        return database.sql()
                .select(DSL.count(), DSL.sum(version))
                .from(database.table(table))
                .fetchSingle();
    }
}
