package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.event.ItemEvent;
import org.camundaflows.store.event.ItemEvents;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;

/** Reads with the events they raise (specification: triggers, section 2.2). */
final class ItemReading {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ItemReader reader;
    private final ItemEvents events;

    ItemReading(ItemReader reader, ItemEvents events) {
        this.reader = reader;
        this.events = events;
    }

    ArrayNode read(Call call, String collection, Query query) {
        if (!call.session().events()) {
            return reader.read(collection, query, call.rights());
        }
        ObjectNode meta = NODES.objectNode().put("collection", collection);
        JsonNode replaced = events.filter(event(call, collection, "items.query", meta), QueryJson.of(query));
        Query heard = QueryJson.read(replaced, query);
        ObjectNode about = NODES.objectNode();
        about.set("query", QueryJson.of(heard));
        about.put("collection", collection);
        ArrayNode found = reader.read(collection, heard, call.rights());
        ArrayNode shown = list(events.filter(event(call, collection, "items.read", about.deepCopy()), found));
        ObjectNode told = NODES.objectNode();
        told.set("payload", shown);
        told.setAll(about);
        events.action(List.of(event(call, collection, "items.read", told)));
        return shown;
    }

    private static ItemEvent event(Call call, String collection, String scope, ObjectNode meta) {
        return new ItemEvent(collection, scope, meta, call.accountability());
    }

    private static ArrayNode list(JsonNode items) {
        return items instanceof ArrayNode list ? list : NODES.arrayNode();
    }

    ObjectNode one(Call call, String name, JsonNode key, Query query) {
        CollectionSchema collection = call.collection(name);
        Keys.check(collection, key);
        return first(read(call, name, Queries.one(collection, key, query)));
    }

    private static ObjectNode first(ArrayNode items) {
        if (items.get(0) instanceof ObjectNode item) {
            return item;
        }
        throw ItemErrors.forbidden();
    }

    ArrayNode many(Call call, String name, List<JsonNode> keys, Query query) {
        CollectionSchema collection = call.collection(name);
        Keys.check(collection, keys);
        return read(call, name, Queries.many(collection, keys, query));
    }

    ObjectNode singleton(Call call, String name, Query query) {
        CollectionSchema collection = call.collection(name);
        ArrayNode items = read(call, name, Queries.with(query, query.filter(), 1));
        return items.isEmpty() ? defaults(call, collection, query.fields()) : first(items);
    }

    private static ObjectNode defaults(Call call, CollectionSchema collection, List<String> wanted) {
        ObjectNode defaults = NODES.objectNode();
        for (FieldSchema field : collection.fields().values()) {
            Column column = field.column();
            boolean asked = wanted.isEmpty() || wanted.contains("*") || wanted.contains(field.name());
            if (column == null || !asked || !mayRead(call, collection, field)) {
                continue;
            }
            if (column.primaryKey()) {
                defaults.putNull(field.name());
            } else if (!column.defaultValue().isNull()) {
                defaults.set(field.name(), column.defaultValue());
            }
        }
        return defaults;
    }

    private static boolean mayRead(Call call, CollectionSchema collection, FieldSchema field) {
        return call.rights().unrestricted()
                || call.rights().permissions(collection.name(), Action.READ).stream()
                        .anyMatch(permission -> permission.grants(field.name()));
    }
}
