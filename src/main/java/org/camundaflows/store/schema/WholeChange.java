package org.camundaflows.store.schema;

import org.camundaflows.store.sql.Database;

/** Changes tables and their metadata together, or neither. */
final class WholeChange {

    private final Database database;
    private final SchemaReader reader;
    private final TableChanges tables;

    WholeChange(Database database, SchemaReader reader, TableChanges tables) {
        this.database = database;
        this.reader = reader;
        this.tables = tables;
    }

    /** @param takeBack undoes {@code structure} on H2, where a change of a table ends the transaction it is in */
    void make(Runnable structure, Runnable rows, Runnable takeBack) {
        try {
            if (tables.joinTransactions()) {
                inTransaction(() -> {
                    structure.run();
                    rows.run();
                });
            } else {
                structure.run();
                oneByOne(rows, takeBack);
            }
        } finally {
            database.afterCommit(reader::invalidate);
        }
    }

    private void oneByOne(Runnable rows, Runnable takeBack) {
        try {
            inTransaction(rows);
        } catch (RuntimeException e) {
            takeBack.run();
            throw e;
        }
    }

    private void inTransaction(Runnable work) {
        database.inTransaction(() -> {
            work.run();
            return true;
        });
    }
}
