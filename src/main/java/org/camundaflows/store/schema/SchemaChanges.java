package org.camundaflows.store.schema;

import static org.jooq.impl.DSL.name;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.sql.Database;
import org.jooq.Condition;
import org.jooq.Constraint;
import org.jooq.ConstraintForeignKeyOnStep;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Changes the data model, in the forms of Directus's routes {@code /collections}, {@code /fields} and {@code /relations}.
 * What is wrong is refused with {@code INVALID_PAYLOAD} before anything is done.
 */
public final class SchemaChanges {

    private static final String COLLECTIONS = "directus_collections";
    private static final String FIELDS = "directus_fields";
    private static final String RELATIONS = "directus_relations";

    /** What every database of ours takes between quotes; spaces are legal in Directus, too. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ -]*");

    private static final int LONGEST_NAME = 63;

    private final Database database;
    private final SchemaReader schemas;
    private final ColumnTypes types;

    public SchemaChanges(Database database, SchemaReader schemas) {
        this.database = database;
        this.schemas = schemas;
        this.types = new ColumnTypes(database.dialect());
    }

    /**
     * Creates a collection.
     *
     * @param body {@code collection}, {@code fields}, {@code meta}; without a field that is the primary key it gets a
     *     counted {@code id}. {@code schema} null makes a folder, which is only a row
     */
    public void createCollection(JsonNode body) {
        String collection = newName(body.path("collection"), "collection");
        if (schemas.current().collection(collection).isPresent()) {
            throw ItemErrors.invalidPayload("Collection \"" + collection + "\" already exists");
        }
        List<JsonNode> fields = new ArrayList<>();
        body.path("fields").forEach(fields::add);
        boolean folder = body.has("schema") && body.path("schema").isNull();
        if (!folder && fields.stream().noneMatch(SchemaChanges::isKey)) {
            fields.add(0, countedKey());
        }
        checkFields(fields);
        if (!folder) {
            createTable(collection, fields);
        }
        change(() -> {
            insert(COLLECTIONS, body.path("meta"), Map.of("collection", collection));
            fields.forEach(field -> insertField(collection, field));
        });
    }

    private static ObjectNode countedKey() {
        ObjectNode key =
                JsonNodeFactory.instance.objectNode().put("field", "id").put("type", "integer");
        key.putObject("schema").put("is_primary_key", true).put("has_auto_increment", true);
        return key;
    }

    private static boolean isKey(JsonNode field) {
        return field.path("schema").path("is_primary_key").asBoolean();
    }

    private static boolean hasColumn(JsonNode field) {
        return !field.path("type").asText().equals(FieldType.ALIAS.id());
    }

    private static void checkFields(List<JsonNode> fields) {
        Set<String> names = new HashSet<>();
        for (JsonNode field : fields) {
            String name = newName(field.path("field"), "field");
            if (!names.add(name)) {
                throw ItemErrors.invalidPayload("Field \"" + name + "\" is there twice");
            }
            checkType(name, field);
        }
        if (fields.stream().filter(SchemaChanges::isKey).count() > 1) {
            throw ItemErrors.invalidPayload("A collection has one primary key");
        }
    }

    private static void checkType(String name, JsonNode field) {
        if (FieldType.of(field.path("type").asText()) == FieldType.UNKNOWN) {
            throw ItemErrors.invalidPayload("Field \"" + name + "\" has the unknown type \""
                    + field.path("type").asText() + "\"");
        }
    }

    private static String newName(JsonNode given, String what) {
        String name = given.asText("");
        boolean legal = NAME.matcher(name).matches() && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
        if (!legal) {
            throw ItemErrors.invalidPayload("\"" + name + "\" cannot be the name of a " + what);
        }
        if (what.equals("collection") && SchemaAssembly.isReserved(name)) {
            throw ItemErrors.invalidPayload("The name \"" + name + "\" is reserved");
        }
        return name;
    }

    private void createTable(String collection, List<JsonNode> fields) {
        List<Field<?>> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (JsonNode field : fields) {
            if (hasColumn(field)) {
                Field<?> column = types.column(field);
                columns.add(column);
                if (isKey(field)) {
                    constraints.add(DSL.constraint(constraint(collection, column.getName(), "pkey"))
                            .primaryKey(column));
                } else if (field.path("schema").path("is_unique").asBoolean()) {
                    constraints.add(unique(collection, column));
                }
            }
        }
        database.sql()
                .createTable(table(collection))
                .columns(columns)
                .constraints(constraints)
                .execute();
    }

    private static Constraint unique(String collection, Field<?> column) {
        return DSL.constraint(constraint(collection, column.getName(), "unique"))
                .unique(column);
    }

    /** Constraint names are as short as those of tables. */
    private static Name constraint(String collection, String field, String kind) {
        String full = collection + "_" + field + "_" + kind;
        return name(full.length() <= LONGEST_NAME ? full : kind + "_" + Integer.toHexString(full.hashCode()));
    }

    /** @param field {@code field}, {@code type}, {@code schema}, {@code meta} */
    public void createField(String collection, JsonNode field) {
        CollectionSchema known = collection(collection);
        checkFields(List.of(field));
        String name = field.path("field").asText();
        if (known.field(name).isPresent()) {
            throw ItemErrors.invalidPayload(
                    "Field \"" + name + "\" already exists in collection \"" + collection + "\"");
        }
        if (hasColumn(field)) {
            Field<?> column = types.column(field);
            checkNulls(known, field, column);
            database.sql().alterTable(table(collection)).addColumn(column).execute();
            if (field.path("schema").path("is_unique").asBoolean()) {
                database.sql()
                        .alterTable(table(collection))
                        .add(unique(collection, column))
                        .execute();
            }
        }
        change(() -> insertField(collection, field));
    }

    private void checkNulls(CollectionSchema collection, JsonNode field, Field<?> column) {
        boolean needsValue = !column.getDataType().nullable()
                && field.path("schema").path("default_value").isMissingNode();
        if (needsValue && database.sql().fetchExists(table(collection.name()))) {
            throw ItemErrors.containsNullValues(collection.name(), column.getName());
        }
    }

    /** @param body {@code collection}, {@code field}, {@code related_collection}, {@code schema}, {@code meta} */
    public void createRelation(JsonNode body) {
        String collection = body.path("collection").asText();
        String field = body.path("field").asText();
        CollectionSchema many = collection(collection);
        if (many.field(field).map(FieldSchema::column).isEmpty()) {
            throw ItemErrors.invalidPayload("There is no field \"" + field + "\" in collection \"" + collection + "\"");
        }
        boolean known = schemas.current().relations().stream()
                .anyMatch(relation -> relation.many().equals(collection)
                        && relation.manyField().equals(field)
                        && relation.oneField() != null);
        if (known) {
            throw ItemErrors.invalidPayload("Field \"" + field + "\" in collection \"" + collection
                    + "\" already has an associated relationship");
        }
        String one = body.path("related_collection").textValue();
        if (one != null && body.path("schema").isObject()) {
            addForeignKey(collection, field, collection(one), body.path("schema"));
        }
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("many_collection", collection);
        row.put("many_field", field);
        row.put("one_collection", one);
        change(() -> insert(RELATIONS, body.path("meta"), row));
    }

    private void addForeignKey(String many, String field, CollectionSchema one, JsonNode schema) {
        ConstraintForeignKeyOnStep key = DSL.constraint(constraint(many, field, "foreign"))
                .foreignKey(name(field))
                .references(name(database.schema(), one.name()), name(one.primaryKey()));
        Constraint constraint =
                switch (schema.path("on_delete").asText("")) {
                    case "CASCADE" -> key.onDeleteCascade();
                    case "SET NULL" -> key.onDeleteSetNull();
                    case "SET DEFAULT" -> key.onDeleteSetDefault();
                    case "RESTRICT" -> key.onDeleteRestrict();
                    default -> key;
                };
        database.sql().alterTable(table(many)).add(constraint).execute();
    }

    /** Deletes a collection with its items. */
    public void deleteCollection(String collection) {
        checkOwn(collection);
        collection(collection);
        database.sql().dropTable(table(collection)).cascade().execute();
        change(() -> {
            delete(RELATIONS, "many_collection", collection);
            delete(RELATIONS, "one_collection", collection);
            delete(FIELDS, "collection", collection);
            delete(COLLECTIONS, "collection", collection);
            delete("directus_permissions", "collection", collection);
        });
    }

    /** Deletes a field with its values; permissions forget it, so that another of that name does not inherit them. */
    public void deleteField(String collection, String field) {
        checkOwn(collection);
        FieldSchema known = collection(collection)
                .field(field)
                .orElseThrow(() -> ItemErrors.forbiddenFields(collection, List.of(field), List.of()));
        if (known.column() != null) {
            database.sql()
                    .alterTable(table(collection))
                    .dropColumn(DSL.field(name(field)))
                    .cascade()
                    .execute();
        }
        change(() -> {
            deleteWhere(FIELDS, Map.of("collection", collection, "field", field));
            deleteWhere(RELATIONS, Map.of("many_collection", collection, "many_field", field));
            new FieldPermissions(database).forget(collection, field);
        });
    }

    private static void checkOwn(String collection) {
        if (CollectionSchema.isSystem(collection)) {
            throw ItemErrors.forbidden();
        }
    }

    private CollectionSchema collection(String name) {
        return schemas.current().collection(name).orElseThrow(() -> ItemErrors.forbiddenCollection(name, List.of()));
    }

    private void insertField(String collection, JsonNode field) {
        JsonNode meta = field.path("meta");
        if (meta.isObject()) {
            insert(
                    FIELDS,
                    meta,
                    Map.of(
                            "collection",
                            collection,
                            "field",
                            field.path("field").asText()));
        }
    }

    /** @param fixed wins over the metadata */
    private void insert(String table, JsonNode meta, Map<String, @Nullable Object> fixed) {
        MetadataWriter.insert(
                SystemTable.find(database, schemas.current(), table).orElseThrow(), meta, fixed);
    }

    private void delete(String table, String column, String value) {
        deleteWhere(table, Map.of(column, value));
    }

    private void deleteWhere(String table, Map<String, String> values) {
        Condition condition = DSL.noCondition();
        for (Map.Entry<String, String> value : values.entrySet()) {
            condition =
                    condition.and(DSL.field(name(value.getKey()), String.class).eq(value.getValue()));
        }
        database.sql().deleteFrom(table(table)).where(condition).execute();
    }

    private void change(Runnable work) {
        database.inTransaction(() -> {
            work.run();
            database.written(FIELDS);
            return true;
        });
        schemas.invalidate();
    }

    private Table<?> table(String name) {
        return database.table(name);
    }
}
