package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code directus_collections}, {@code directus_fields} and {@code directus_relations}, their lists and JSON
 * parsed.
 *
 * @param collections by name
 * @param fields by collection, in the order they were made
 */
record Metadata(Map<String, ObjectNode> collections, Map<String, List<ObjectNode>> fields, List<ObjectNode> relations) {

    static final String COLLECTIONS = "directus_collections";
    static final String FIELDS = "directus_fields";
    static final String RELATIONS = "directus_relations";

    /** @param tables the tables there are; metadata without a table are empty */
    static Metadata read(Database database, Set<String> tables) {
        MetadataTable table = new MetadataTable(database, tables);
        Map<String, ObjectNode> collections = new LinkedHashMap<>();
        table.rows(COLLECTIONS, "collection")
                .forEach(row -> collections.put(row.path("collection").asText(), row));
        Map<String, List<ObjectNode>> fields = new LinkedHashMap<>();
        table.rows(FIELDS, "id")
                .forEach(row -> fields.computeIfAbsent(row.path("collection").asText(), name -> new ArrayList<>())
                        .add(row));
        return new Metadata(collections, fields, table.rows(RELATIONS, "id"));
    }

    JsonNode collection(String name) {
        ObjectNode row = collections.get(name);
        return row == null ? NullNode.getInstance() : row;
    }

    List<ObjectNode> fieldsOf(String collection) {
        return fields.getOrDefault(collection, List.of());
    }

    /** @return null when it is absent, null or blank */
    static @Nullable String text(JsonNode row, String column) {
        String text = row.path(column).asText("");
        return text.isEmpty() || row.path(column).isNull() ? null : text;
    }

    static List<String> list(JsonNode row, String column) {
        List<String> list = new ArrayList<>();
        row.path(column).forEach(entry -> list.add(entry.asText()));
        return list;
    }
}
