package org.camundaflows.store.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.store.sql.Database;
import org.camundaflows.store.sql.Row;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One of Directus's own tables as this database has it: which columns there are and of which types differs between
 * versions and databases. Values are given as texts, numbers, booleans and date-times, and bound as the column wants them.
 */
public final class SystemTable {

    private final Database database;
    private final CollectionSchema collection;

    private SystemTable(Database database, CollectionSchema collection) {
        this.database = database;
        this.collection = collection;
    }

    /** Empty when the database lacks the table. */
    public static Optional<SystemTable> find(Database database, Schema schema, String name) {
        return schema.collection(name).map(collection -> new SystemTable(database, collection));
    }

    public boolean has(String column) {
        return collection.field(column).map(FieldSchema::column).isPresent();
    }

    /** Those of the columns that there are, of the rows that hold the condition, in the order of the primary key. */
    public List<Row> rows(Condition condition, String... columns) {
        List<Field<?>> fields = new ArrayList<>();
        for (String column : columns) {
            if (has(column)) {
                fields.add(field(column));
            }
        }
        return database.sql()
                .select(fields)
                .from(table())
                .where(condition)
                .orderBy(field(collection.primaryKey()))
                .fetch(Row::new);
    }

    public void insert(Map<String, @Nullable Object> values) {
        database.sql().insertInto(table()).set(fields(values)).execute();
    }

    /** @return the number of rows */
    public int update(Condition condition, Map<String, @Nullable Object> values) {
        return database.sql()
                .update(table())
                .set(fields(values))
                .where(condition)
                .execute();
    }

    public void delete(Condition condition) {
        database.sql().deleteFrom(table()).where(condition).execute();
    }

    /** Holds for no row when the text cannot be a value of the column. */
    public Condition is(String column, String text) {
        return is(field(column), text);
    }

    public Condition isNull(String column) {
        return field(column).isNull();
    }

    /** @param moment a date-time */
    public Condition isBefore(String column, Object moment) {
        return isBefore(field(column), moment);
    }

    private static <T> Condition is(Field<T> field, String text) {
        T value = field.getDataType().convert(text);
        return value == null ? DSL.falseCondition() : field.eq(DSL.val(value, field));
    }

    private static <T> Condition isBefore(Field<T> field, Object moment) {
        return field.lt(DSL.val(field.getDataType().convert(moment), field));
    }

    private Map<Field<?>, @Nullable Object> fields(Map<String, @Nullable Object> values) {
        Map<Field<?>, @Nullable Object> fields = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (has(column)) {
                fields.put(field(column), value);
            }
        });
        return fields;
    }

    private Table<?> table() {
        return database.table(collection.name());
    }

    private Field<?> field(String column) {
        Column found = collection
                .field(column)
                .map(FieldSchema::column)
                .orElseThrow(() -> new IllegalStateException("No column " + collection.name() + "." + column));
        DataType<?> type = found.dataType();
        return DSL.field(DSL.name(column), type);
    }
}
