package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * The data model in the form of Directus's interfaces for collections, fields and relations: each entry has its names,
 * {@code schema} as the database knows it, and {@code meta}, the row of metadata. Either is null where there is none.
 */
public final class SchemaListing {

    private static final String COLLECTION = "collection";
    private static final String FIELD = "field";

    private final Schema schema;
    private final Metadata metadata;
    private final List<KeyPart> foreignKeys;

    /** Of the database as the transaction of this thread sees it. */
    public SchemaListing(Database database, SchemaReader reader) {
        Tables tables = new Tables(Catalogue.of(database));
        this.schema = reader.read();
        this.metadata = Metadata.read(database, tables.names());
        this.foreignKeys = tables.foreignKeys();
    }

    /** With the folders of collections, which have no table. */
    public List<ObjectNode> collections() {
        List<ObjectNode> list = new ArrayList<>();
        schema.collections().values().forEach(collection -> list.add(collection(collection)));
        metadata.collections().forEach((name, row) -> {
            if (schema.collection(name).isEmpty()) {
                ObjectNode folder = entry(name);
                folder.set("meta", row);
                list.add(folder.putNull("schema"));
            }
        });
        return list;
    }

    private static ObjectNode collection(CollectionSchema collection) {
        ObjectNode json = entry(collection.name());
        if (collection.isSystem()) {
            json.putObject("meta")
                    .put(COLLECTION, collection.name())
                    .put("singleton", collection.singleton())
                    .put("system", true);
        } else {
            json.set("meta", collection.meta());
        }
        json.putObject("schema").put("name", collection.name());
        return json;
    }

    public List<ObjectNode> fields() {
        List<ObjectNode> list = new ArrayList<>();
        schema.collections()
                .values()
                .forEach(collection ->
                        collection.fields().values().forEach(field -> list.add(field(collection.name(), field))));
        return list;
    }

    private ObjectNode field(String collection, FieldSchema field) {
        ObjectNode json = entry(collection).put(FIELD, field.name());
        json.put("type", field.type().id());
        Column column = field.column();
        json.set("schema", column == null ? json.nullNode() : column(collection, field.name(), column));
        json.set("meta", field.meta());
        return json;
    }

    private ObjectNode column(String collection, String field, Column column) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", field);
        json.put("table", collection).put("data_type", column.databaseType());
        json.set("default_value", column.defaultValue());
        json.put("max_length", column.maxLength());
        json.put("numeric_precision", column.precision()).put("numeric_scale", column.scale());
        json.put("is_nullable", column.nullable()).put("is_unique", column.unique());
        json.put("is_primary_key", column.primaryKey()).put("has_auto_increment", column.autoIncrement());
        KeyPart key = foreignKey(collection, field).orElse(null);
        json.put("foreign_key_column", key == null ? null : key.oneColumn());
        return json.put("foreign_key_table", key == null ? null : key.oneTable());
    }

    public List<ObjectNode> relations() {
        List<ObjectNode> list = new ArrayList<>();
        for (Relation relation : schema.relations()) {
            ObjectNode json = entry(relation.many()).put(FIELD, relation.manyField());
            json.put("related_collection", relation.one());
            json.set("schema", foreignKey(relation));
            json.set("meta", row(relation));
            list.add(json);
        }
        return list;
    }

    private @Nullable ObjectNode foreignKey(Relation relation) {
        return foreignKey(relation.many(), relation.manyField())
                .map(key -> JsonNodeFactory.instance
                        .objectNode()
                        .put("table", key.table())
                        .put("column", key.column())
                        .put("foreign_key_table", key.oneTable())
                        .put("foreign_key_column", key.oneColumn())
                        .put("constraint_name", key.key()))
                .orElse(null);
    }

    private @Nullable JsonNode row(Relation relation) {
        return metadata.relations().stream()
                .filter(row -> row.path("many_collection").asText().equals(relation.many())
                        && row.path("many_field").asText().equals(relation.manyField()))
                .findFirst()
                .orElse(null);
    }

    private Optional<KeyPart> foreignKey(String collection, String field) {
        return foreignKeys.stream()
                .filter(key -> key.table().equals(collection) && key.column().equals(field))
                .findFirst();
    }

    private static ObjectNode entry(String collection) {
        return JsonNodeFactory.instance.objectNode().put(COLLECTION, collection);
    }
}
