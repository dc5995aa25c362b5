package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.sql.Database;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.exception.DataException;
import org.jooq.exception.DataTypeException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;

/** Statements that change the rows of metadata. Does nothing in a database without those tables. */
final class MetadataChanges {

    private static final String PERMISSIONS = "directus_permissions";
    private static final Field<String> COLLECTION = text("collection");
    private static final Field<String> FIELD = text("field");
    private static final Field<String> MANY_COLLECTION = text("many_collection");
    private static final Field<String> MANY_FIELD = text("many_field");
    private static final Field<String> ONE_COLLECTION = text("one_collection");
    private static final Field<String> ONE_FIELD = text("one_field");

    private final Database database;
    private final SchemaReader reader;

    MetadataChanges(Database database, SchemaReader reader) {
        this.database = database;
        this.reader = reader;
    }

    private static Field<String> text(String column) {
        return DSL.field(DSL.name(column), String.class);
    }

    boolean hasCollection(String collection) {
        return reader.current().collection(Metadata.COLLECTIONS).isPresent()
                && exists(Metadata.COLLECTIONS, COLLECTION.eq(collection));
    }

    void addCollection(String collection, JsonNode meta) {
        insert(Metadata.COLLECTIONS, row(meta).put("collection", collection));
    }

    /** @param body {@code field} and {@code meta}; without meta there is no row, but aliases need one to exist */
    void addField(String collection, JsonNode body) {
        JsonNode meta = body.path("meta");
        if (!meta.isObject() && !NewColumn.isAlias(body)) {
            return;
        }
        ObjectNode row = row(meta).put("collection", collection);
        row.put("field", body.path("field").asText());
        if (NewColumn.isAlias(body) && isEmpty(row.path("special"))) {
            row.putArray("special").add("alias").add("no-data");
        }
        insert(Metadata.FIELDS, row);
    }

    private static boolean isEmpty(JsonNode special) {
        return special.isTextual() ? special.asText().isBlank() : special.isEmpty();
    }

    void addRelation(NewRelation relation) {
        ObjectNode meta = relation.meta();
        if (meta != null) {
            insert(Metadata.RELATIONS, meta);
        }
    }

    void updateCollection(String collection, JsonNode meta) {
        ObjectNode row = row(meta).put("collection", collection);
        write(Metadata.COLLECTIONS, row, COLLECTION.eq(collection));
    }

    void updateField(String collection, String field, JsonNode meta) {
        ObjectNode row = row(meta).put("collection", collection).put("field", field);
        write(Metadata.FIELDS, row, COLLECTION.eq(collection).and(FIELD.eq(field)));
    }

    void updateRelation(String collection, String field, JsonNode meta) {
        ObjectNode row = row(meta).put("many_collection", collection).put("many_field", field);
        reader.read().reference(collection, field).ifPresent(relation -> row.put("one_collection", relation.one()));
        write(Metadata.RELATIONS, row, relationOf(collection, field));
    }

    /**
     * The permissions go too, so that they do not hold for a later collection of that name.
     *
     * @param lists fields of other collections that show its items
     */
    void removeCollection(String collection, List<Relation> lists) {
        for (Relation list : lists) {
            delete(Metadata.FIELDS, COLLECTION.eq(list.one()).and(FIELD.eq(list.oneField())));
        }
        delete(PERMISSIONS, COLLECTION.eq(collection));
        delete(Metadata.RELATIONS, MANY_COLLECTION.eq(collection).or(ONE_COLLECTION.eq(collection)));
        delete(Metadata.FIELDS, COLLECTION.eq(collection));
        update(
                Metadata.COLLECTIONS,
                JsonNodeFactory.instance.objectNode().putNull("group"),
                text("group").eq(collection));
        delete(Metadata.COLLECTIONS, COLLECTION.eq(collection));
    }

    /** The list that an alias shows goes, the relation behind it stays. */
    void removeField(String collection, String field) {
        removeRelation(collection, field);
        update(
                Metadata.RELATIONS,
                JsonNodeFactory.instance.objectNode().putNull("one_field"),
                ONE_COLLECTION.eq(collection).and(ONE_FIELD.eq(field)));
        update(
                Metadata.COLLECTIONS,
                JsonNodeFactory.instance.objectNode().putNull("sort_field"),
                COLLECTION.eq(collection).and(text("sort_field").eq(field)));
        delete(Metadata.FIELDS, COLLECTION.eq(collection).and(FIELD.eq(field)));
        removePermissions(collection, field);
    }

    /** So that they do not hold for a later field of that name. */
    private void removePermissions(String collection, String field) {
        if (reader.current().collection(PERMISSIONS).isEmpty()) {
            return;
        }
        Field<Integer> id = DSL.field(DSL.name("id"), Integer.class);
        Map<Integer, String> permitted = database.sql()
                .select(id, text("fields"))
                .from(database.table(PERMISSIONS))
                .where(COLLECTION.eq(collection).and(text("fields").isNotNull()))
                .fetchMap(id, text("fields"));
        permitted.forEach((key, fields) -> {
            List<String> left = new ArrayList<>(List.of(fields.split(",")));
            if (left.removeIf(field::equals)) {
                ObjectNode row = JsonNodeFactory.instance.objectNode();
                left.forEach(row.putArray("fields")::add);
                update(PERMISSIONS, row, id.eq(key));
            }
        });
    }

    void removeRelation(String collection, String field) {
        delete(Metadata.RELATIONS, relationOf(collection, field));
    }

    private static Condition relationOf(String collection, String field) {
        return MANY_COLLECTION.eq(collection).and(MANY_FIELD.eq(field));
    }

    /** A copy without the key of the row, which is never taken from a request. */
    private static ObjectNode row(JsonNode meta) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        meta.properties().forEach(member -> row.set(member.getKey(), member.getValue()));
        row.remove("id");
        return row;
    }

    private boolean exists(String table, Condition condition) {
        return database.sql()
                .fetchExists(DSL.selectOne().from(database.table(table)).where(condition));
    }

    private void insert(String table, ObjectNode row) {
        reader.current()
                .collection(table)
                .ifPresent(collection ->
                        execute(database.sql().insertInto(database.table(table)).set(RowValues.of(collection, row))));
        database.written(table);
    }

    private void write(String table, ObjectNode row, Condition condition) {
        if (reader.current().collection(table).isEmpty()) {
            return;
        }
        if (exists(table, condition)) {
            update(table, row, condition);
        } else {
            insert(table, row);
        }
    }

    private void update(String table, ObjectNode row, Condition condition) {
        reader.current()
                .collection(table)
                .ifPresent(collection -> execute(database.sql()
                        .update(database.table(table))
                        .set(RowValues.of(collection, row))
                        .where(condition)));
        database.written(table);
    }

    private static void execute(Query statement) {
        try {
            statement.execute();
        } catch (DataException | DataTypeException e) {
            throw ItemErrors.invalidPayload("A value of \"meta\" is too long or of the wrong type");
        } catch (IntegrityConstraintViolationException e) {
            throw ItemErrors.invalidForeignKey(null, null, null);
        }
    }

    private void delete(String table, Condition condition) {
        if (reader.current().collection(table).isPresent()) {
            database.sql().deleteFrom(database.table(table)).where(condition).execute();
            database.written(table);
        }
    }
}
