package org.camundaflows.store.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.sql.Database;
import org.jooq.Constraint;
import org.jooq.ConstraintForeignKeyOnStep;
import org.jooq.CreateTableElementListStep;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Statements that change tables. Names are checked before they come here, and are always quoted. */
final class TableChanges {

    private static final int MAX_NAME = 63;

    private final Database database;

    TableChanges(Database database) {
        this.database = database;
    }

    /** Whether a change of a table can be rolled back. */
    boolean joinTransactions() {
        return database.dialect() != SQLDialect.H2;
    }

    /** Views and everything else that takes a name included. */
    boolean exists(String table) {
        return !database.sql()
                .fetch(
                        "select 1 from information_schema.tables where table_schema = ? and table_name = ?",
                        database.schema(),
                        table)
                .isEmpty();
    }

    boolean hasRows(String table) {
        return database.sql().fetchExists(DSL.selectOne().from(database.table(table)));
    }

    void create(String table, List<NewColumn> columns) {
        CreateTableElementListStep statement = database.sql().createTable(database.table(table));
        List<Constraint> constraints = new ArrayList<>();
        for (NewColumn column : columns) {
            statement = statement.column(DSL.field(DSL.name(column.name()), column.type()));
            if (column.primary()) {
                constraints.add(DSL.constraint(name(table, "pkey")).primaryKey(DSL.name(column.name())));
            }
            if (column.unique()) {
                constraints.add(
                        DSL.constraint(name(table, column.name(), "unique")).unique(DSL.name(column.name())));
            }
        }
        statement.constraints(constraints).execute();
    }

    void addColumn(String table, NewColumn column) {
        database.sql()
                .alterTable(database.table(table))
                .addColumn(DSL.field(DSL.name(column.name()), column.type()))
                .execute();
        if (column.unique()) {
            addUnique(table, column.name());
        }
    }

    private void addUnique(String table, String column) {
        try {
            database.sql()
                    .alterTable(database.table(table))
                    .add(DSL.constraint(name(table, column, "unique")).unique(DSL.name(column)))
                    .execute();
        } catch (DataAccessException e) {
            if (!joinTransactions()) {
                dropColumn(table, column);
            }
            throw e instanceof IntegrityConstraintViolationException ? ItemErrors.notUnique(table, column, null) : e;
        }
    }

    void addForeignKey(NewRelation relation) {
        String related = Objects.requireNonNull(relation.related());
        String key = Objects.requireNonNull(relation.relatedKey());
        ConstraintForeignKeyOnStep reference = DSL.constraint(name(relation.collection(), relation.field(), "foreign"))
                .foreignKey(DSL.name(relation.field()))
                .references(DSL.name(database.schema(), related), DSL.name(key));
        try {
            database.sql()
                    .alterTable(database.table(relation.collection()))
                    .add(onDelete(reference, relation.onDelete()))
                    .execute();
        } catch (IntegrityConstraintViolationException e) {
            throw ItemErrors.invalidForeignKey(relation.collection(), relation.field(), null);
        }
    }

    private static Constraint onDelete(ConstraintForeignKeyOnStep reference, @Nullable String rule) {
        return switch (rule == null ? "" : rule.toUpperCase(Locale.ROOT)) {
            case "", "NO ACTION" -> reference;
            case "SET NULL" -> reference.onDeleteSetNull();
            case "SET DEFAULT" -> reference.onDeleteSetDefault();
            case "CASCADE" -> reference.onDeleteCascade();
            case "RESTRICT" -> reference.onDeleteRestrict();
            default -> throw ItemErrors.invalidPayload("Illegal \"on_delete\" passed: \"" + rule + "\"");
        };
    }

    void drop(String table) {
        database.sql().dropTableIfExists(database.table(table)).execute();
    }

    void dropColumn(String table, String column) {
        database.sql()
                .alterTableIfExists(database.table(table))
                .dropColumnIfExists(DSL.name(column))
                .execute();
    }

    /** Whatever its name is; does nothing without one. */
    void dropForeignKey(String table, String column) {
        new Tables(Catalogue.of(database))
                .foreignKeys().stream()
                        .filter(key -> key.table().equals(table) && key.column().equals(column))
                        .forEach(key -> database.sql()
                                .alterTable(database.table(table))
                                .dropForeignKey(DSL.name(key.key()))
                                .execute());
    }

    /** As Directus names them; shortened for the database when need be, without clashes. */
    private static Name name(String... parts) {
        String name = String.join("_", parts);
        if (name.length() <= MAX_NAME) {
            return DSL.name(name);
        }
        String hash = Integer.toHexString(name.hashCode());
        return DSL.name(name.substring(0, MAX_NAME - hash.length() - 1) + "_" + hash);
    }
}
