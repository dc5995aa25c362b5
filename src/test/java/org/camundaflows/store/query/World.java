package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camundaflows.json.Json;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.FieldType;
import org.camundaflows.store.schema.Relation;
import org.camundaflows.store.schema.Schema;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** A recorded world as a data model; its users are a collection too. */
final class World {

    private static final String USERS = "directus_users";

    private final JsonNode json;
    private final Schema schema;

    World(JsonNode json) {
        this.json = json;
        Map<String, Map<String, FieldSchema>> fields = new LinkedHashMap<>();
        json.path("fields").forEach(field -> fields.computeIfAbsent(
                        field.path("collection").asText(), name -> new LinkedHashMap<>())
                .put(field.path("field").asText(), field(field)));
        Map<String, CollectionSchema> collections = new LinkedHashMap<>();
        json.path("collections").forEach(collection -> {
            String name = collection.path("collection").asText();
            if (fields.containsKey(name)) {
                collections.put(name, collection(name, collection.path("meta"), fields.get(name)));
            }
        });
        collections.put(USERS, collection(USERS, NullNode.getInstance(), users()));
        List<Relation> relations = new ArrayList<>();
        json.path("relations").forEach(relation -> relations.add(relation(relation)));
        this.schema = new Schema(collections, relations);
    }

    static World shop(String name) throws IOException {
        return read("/conformance/worlds/" + name + ".json");
    }

    /** Pages with sections of several collections, values of all types, and people with rules of several permissions. */
    static World press() throws IOException {
        return read("press.json");
    }

    private static World read(String resource) throws IOException {
        try (InputStream in = World.class.getResourceAsStream(resource)) {
            return new World(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    Schema schema() {
        return schema;
    }

    JsonNode json() {
        return json;
    }

    /** The rows of a collection. */
    List<JsonNode> rows(String collection) {
        List<JsonNode> rows = new ArrayList<>();
        if (!collection.equals(USERS)) {
            json.path("rows").path(collection).forEach(rows::add);
            return rows;
        }
        json.path("users").forEach(user -> {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            List.of("id", "email", "role", "token").forEach(name -> row.set(name, user.path(name)));
            rows.add(row);
        });
        return rows;
    }

    private static Map<String, FieldSchema> users() {
        Map<String, FieldSchema> fields = new LinkedHashMap<>();
        fields.put("id", plain("id", FieldType.UUID, SQLDataType.UUID, Set.of("uuid"), true));
        fields.put("email", plain("email", FieldType.STRING, SQLDataType.VARCHAR, Set.of(), false));
        fields.put("role", plain("role", FieldType.STRING, SQLDataType.VARCHAR, Set.of(), false));
        fields.put("token", plain("token", FieldType.STRING, SQLDataType.VARCHAR, Set.of("conceal"), false));
        return fields;
    }

    static FieldSchema plain(String name, FieldType type, DataType<?> dataType, Set<String> special, boolean isKey) {
        return new FieldSchema(
                name, type, special, column(dataType, isKey), NullNode.getInstance(), true, NullNode.getInstance());
    }

    private static Column column(DataType<?> type, boolean isKey) {
        return new Column(
                type, type.getTypeName(), !isKey, false, NullNode.getInstance(), null, null, null, isKey, isKey, false);
    }

    private static CollectionSchema collection(String name, JsonNode meta, Map<String, FieldSchema> fields) {
        return new CollectionSchema(
                name,
                key(fields),
                fields,
                meta.path("singleton").asBoolean(),
                meta.path("sort_field").asText(null),
                "all",
                true,
                meta);
    }

    private static String key(Map<String, FieldSchema> fields) {
        return fields.values().stream()
                .filter(field -> field.column() != null && field.column().primaryKey())
                .findFirst()
                .orElseThrow()
                .name();
    }

    private FieldSchema field(JsonNode field) {
        Set<String> special = new HashSet<>();
        field.path("meta").path("special").forEach(name -> special.add(name.asText()));
        FieldType type = FieldType.of(field.path("type").asText());
        boolean isKey = field.path("schema").path("is_primary_key").asBoolean();
        Column column = type == FieldType.ALIAS ? null : column(dataType(field, type), isKey);
        return new FieldSchema(
                field.path("field").asText(), type, special, column, NullNode.getInstance(), true, field.path("meta"));
    }

    private static DataType<?> dataType(JsonNode field, FieldType type) {
        return switch (type) {
            case UUID -> SQLDataType.UUID;
            case TEXT, CSV -> SQLDataType.CLOB;
            case JSON -> SQLDataType.JSON;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case INTEGER -> SQLDataType.INTEGER;
            case BIG_INTEGER -> SQLDataType.BIGINT;
            case FLOAT -> SQLDataType.DOUBLE;
            case DECIMAL -> SQLDataType.NUMERIC(20, 5);
            case DATE -> SQLDataType.LOCALDATE;
            case TIME -> SQLDataType.LOCALTIME;
            case DATE_TIME -> SQLDataType.LOCALDATETIME;
            case TIMESTAMP -> SQLDataType.OFFSETDATETIME;
            default ->
                field.path("schema").path("data_type").asText().equals("char") ? SQLDataType.UUID : SQLDataType.VARCHAR;
        };
    }

    private static Relation relation(JsonNode relation) {
        JsonNode meta = relation.path("meta");
        List<String> allowed = new ArrayList<>();
        meta.path("one_allowed_collections").forEach(name -> allowed.add(name.asText()));
        return new Relation(
                relation.path("collection").asText(),
                relation.path("field").asText(),
                relation.path("related_collection").asText(null),
                meta.path("one_field").asText(null),
                meta.path("one_collection_field").asText(null),
                allowed,
                meta.path("junction_field").asText(null),
                meta.path("sort_field").asText(null),
                false);
    }
}
