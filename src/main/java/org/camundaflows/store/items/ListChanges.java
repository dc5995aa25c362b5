package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.schema.CollectionSchema;

/** Changes to the items in a list, in their detailed form: {@code {create: […], update: […], delete: […]}}. */
record ListChanges(List<ObjectNode> create, List<ObjectNode> update, List<JsonNode> delete) {

    /** @throws ItemException {@code INVALID_PAYLOAD} if the form is not kept */
    static ListChanges of(CollectionSchema collection, JsonNode submitted) {
        if (!submitted.isObject()) {
            throw invalid("\"value\" must be of type object");
        }
        ListChanges changes = new ListChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Map.Entry<String, JsonNode> entry : submitted.properties()) {
            changes.add(entry.getKey(), entry.getValue());
        }
        for (ObjectNode item : changes.update) {
            if (!Keys.isGiven(item.get(collection.primaryKey()))) {
                throw ItemErrors.invalidPayload("Item in update misses primary key");
            }
            Keys.check(collection, item.get(collection.primaryKey()));
        }
        Keys.check(collection, changes.delete);
        return changes;
    }

    private void add(String part, JsonNode entries) {
        switch (part) {
            case "create" -> items(part, entries, create);
            case "update" -> items(part, entries, update);
            case "delete" -> keys(part, entries);
            default -> throw invalid("\"" + part + "\" is not allowed");
        }
    }

    private static void items(String part, JsonNode entries, List<ObjectNode> items) {
        list(part, entries);
        for (JsonNode entry : entries) {
            if (!(entry instanceof ObjectNode item)) {
                throw invalid("\"" + part + "[" + items.size() + "]\" must be of type object");
            }
            items.add(item);
        }
    }

    private void keys(String part, JsonNode entries) {
        list(part, entries);
        for (JsonNode entry : entries) {
            if (!entry.isTextual() && !entry.isNumber()) {
                throw invalid("\"" + part + "[" + delete.size() + "]\" does not match any of the allowed types");
            }
            delete.add(entry);
        }
    }

    private static void list(String part, JsonNode entries) {
        if (!entries.isArray()) {
            throw invalid("\"" + part + "\" must be an array");
        }
    }

    private static ItemException invalid(String what) {
        return ItemErrors.invalidPayload("Invalid one-to-many update structure: " + what);
    }
}
