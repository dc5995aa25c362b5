package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camundaflows.store.error.ItemErrors;

/** The fields that a new collection is to have. */
final class NewFields {

    private NewFields() {}

    /** @param body {@code fields} of a request for a collection; may be absent */
    static List<JsonNode> of(JsonNode body) {
        List<JsonNode> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int keys = 0;
        for (JsonNode field : body.path("fields")) {
            String name = Names.field(field.path("field").asText());
            if (!names.add(name)) {
                throw ItemErrors.invalidPayload("Field \"" + name + "\" is given twice");
            }
            keys += field.path("schema").path("is_primary_key").asBoolean() ? 1 : 0;
            fields.add(field);
        }
        if (keys > 1) {
            throw ItemErrors.invalidPayload("A collection has one primary key");
        }
        if (keys == 0) {
            fields.removeIf(field -> field.path("field").asText().equals("id"));
            fields.add(0, counter());
        }
        return fields;
    }

    private static ObjectNode counter() {
        ObjectNode field =
                JsonNodeFactory.instance.objectNode().put("field", "id").put("type", FieldType.INTEGER.id());
        field.putObject("meta").put("hidden", true).put("readonly", true);
        field.putObject("schema").put("is_primary_key", true).put("has_auto_increment", true);
        return field;
    }
}
