package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.KeyCounters;
import org.camundaflows.store.schema.Schema;
import org.camundaflows.store.sql.Database;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements that write items, and the few looks at rows that writing needs. */
final class ItemRows {

    /** So many keys go into one statement: databases limit the parameters of a statement. */
    private static final int KEYS_AT_ONCE = 10_000;

    private final Database database;
    private final ColumnValues columns;
    private final KeyCounters counters;

    ItemRows(Database database, ColumnValues columns, KeyCounters counters) {
        this.database = database;
        this.columns = columns;
        this.counters = counters;
    }

    /** @return the key, with the type of the database */
    JsonNode insert(Schema schema, CollectionSchema collection, ObjectNode values) {
        boolean counted = isCounted(collection);
        ObjectNode written = values;
        boolean explicit = Keys.isGiven(values.get(collection.primaryKey()));
        if (counted && !explicit) {
            written = values.deepCopy().without(List.of(collection.primaryKey()));
        }
        ForeignKeys.check(schema, collection, written);
        Map<Field<?>, Field<?>> bound = columns.bind(collection, written);
        Field<?> key = field(collection.key());
        JsonNode inserted = translating(schema, collection, written, () -> json(insert(table(collection), bound, key)));
        database.written(collection.name());
        if (explicit) {
            counters.bump(collection);
        }
        return inserted;
    }

    private @Nullable Object insert(Table<?> table, Map<Field<?>, Field<?>> bound, Field<?> key) {
        Record row = bound.isEmpty()
                ? database.sql()
                        .insertInto(table)
                        .defaultValues()
                        .returningResult(key)
                        .fetchOne()
                : database.sql()
                        .insertInto(table)
                        .set(bound)
                        .returningResult(key)
                        .fetchOne();
        return row == null ? null : row.get(0);
    }

    private static boolean isCounted(CollectionSchema collection) {
        Column column = collection.key().column();
        return column != null && column.autoIncrement();
    }

    void update(Schema schema, CollectionSchema collection, List<JsonNode> keys, ObjectNode values) {
        ForeignKeys.check(schema, collection, values);
        Map<Field<?>, Field<?>> bound = columns.bind(collection, values);
        if (!bound.isEmpty()) {
            translating(schema, collection, values, () -> {
                forEachPart(collection, keys, condition -> database.sql()
                        .update(table(collection))
                        .set(bound)
                        .where(condition)
                        .execute());
                return null;
            });
            database.written(collection.name());
        }
    }

    void delete(Schema schema, CollectionSchema collection, List<JsonNode> keys) {
        translating(schema, collection, null, () -> {
            forEachPart(collection, keys, condition -> database.sql()
                    .deleteFrom(table(collection))
                    .where(condition)
                    .execute());
            return null;
        });
        database.written(collection.name());
    }

    /** A value of the item with a key; empty when there is no such item, NullNode when it has none. */
    Optional<JsonNode> value(CollectionSchema collection, JsonNode key, FieldSchema wanted) {
        return Keys.value(collection.key(), key)
                .map(value -> database.sql()
                        .select(field(wanted))
                        .from(table(collection))
                        .where(condition(collection.key(), List.of(value)))
                        .fetchOne())
                .map(row -> json(row.get(0)));
    }

    boolean exists(CollectionSchema collection, JsonNode key) {
        return value(collection, key, collection.key()).isPresent();
    }

    /** The key of the first item; empty when there is none. */
    Optional<JsonNode> first(CollectionSchema collection) {
        Field<?> key = field(collection.key());
        Record row = database.sql()
                .select(key)
                .from(table(collection))
                .orderBy(key)
                .limit(1)
                .fetchOne();
        return Optional.ofNullable(row).map(found -> json(found.get(0)));
    }

    /** The highest number among the items that refer to a parent; 0 without one. */
    long highest(CollectionSchema collection, FieldSchema number, FieldSchema reference, JsonNode parent) {
        Field<?> field = field(number);
        Object highest = Keys.value(reference, parent)
                .map(value -> database.sql()
                        .select(DSL.max(field))
                        .from(table(collection))
                        .where(condition(reference, List.of(value)))
                        .fetchOne(0))
                .orElse(null);
        return highest instanceof Number value ? value.longValue() : 0;
    }

    private void forEachPart(
            CollectionSchema collection, List<JsonNode> keys, java.util.function.Consumer<Condition> statement) {
        List<Object> values = new ArrayList<>(Keys.values(collection, keys));
        for (int from = 0; from < values.size(); from += KEYS_AT_ONCE) {
            int to = Math.min(values.size(), from + KEYS_AT_ONCE);
            statement.accept(condition(collection.key(), values.subList(from, to)));
        }
    }

    private static Condition condition(FieldSchema field, Collection<Object> values) {
        Field<Object> column = DSL.field(DSL.name(field.name()), Object.class);
        return column.in(values.stream().map(ItemRows::bound).toList());
    }

    // numbers are compared as what they are: one beyond the range of the column is in no row
    private static Field<Object> bound(Object value) {
        return DSL.val(value).coerce(Object.class);
    }

    private Table<?> table(CollectionSchema collection) {
        return database.table(collection.name());
    }

    private static Field<?> field(FieldSchema field) {
        Column column = field.column();
        return column == null
                ? DSL.field(DSL.name(field.name()))
                : DSL.field(DSL.name(field.name()), column.dataType());
    }

    private static <T> T translating(
            Schema schema, CollectionSchema collection, @Nullable ObjectNode values, Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            throw new DatabaseErrors(schema, collection, values).translate(e);
        }
    }

    private static JsonNode json(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return JsonNodeFactory.instance.numberNode(((Number) value).intValue());
        }
        if (value instanceof Long number) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        if (value instanceof BigDecimal number) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        return value == null ? NullNode.getInstance() : TextNode.valueOf(value.toString());
    }
}
