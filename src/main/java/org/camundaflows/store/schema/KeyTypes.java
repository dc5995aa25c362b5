package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives fields that hold keys of other collections the type of those keys. A model that comes from another kind of
 * database says text where the key is a UUID here.
 */
final class KeyTypes {

    /** Primary keys by collection, as fields are described. */
    private final Map<String, JsonNode> keys = new HashMap<>();

    /** What a field refers to, by collection and field. */
    private final Map<List<String>, String> related = new HashMap<>();

    private final Schema schema;

    KeyTypes(JsonNode model, Schema schema) {
        this.schema = schema;
        for (JsonNode field : model.path("fields")) {
            if (field.path("schema").path("is_primary_key").asBoolean()) {
                keys.put(field.path("collection").asText(), field);
            }
        }
        for (JsonNode relation : model.path("relations")) {
            String one = Metadata.text(relation, "related_collection");
            if (one != null) {
                related.put(place(relation), one);
            }
        }
    }

    private static List<String> place(JsonNode body) {
        return List.of(body.path("collection").asText(), body.path("field").asText());
    }

    /** The description of a field, its type replaced when it holds keys. */
    JsonNode adapt(JsonNode field) {
        String one = related.get(place(field));
        if (one == null || !field.path("schema").isObject()) {
            return field;
        }
        ObjectNode adapted = field.deepCopy();
        ObjectNode column = (ObjectNode) adapted.path("schema");
        JsonNode key = keys.get(one);
        if (schema.collection(one).isPresent()) {
            FieldSchema known = schema.collection(one).orElseThrow().key();
            adapted.put("type", known.type().id());
            Column knownColumn = known.column();
            column.put("max_length", knownColumn == null ? null : knownColumn.maxLength());
            column.putNull("data_type");
        } else if (key != null) {
            adapted.set("type", key.path("type"));
            column.set("max_length", key.path("schema").path("max_length"));
            column.set("data_type", key.path("schema").path("data_type"));
        }
        return adapted;
    }
}
