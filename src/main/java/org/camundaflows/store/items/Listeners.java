package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.event.ItemEvent;
import org.camundaflows.store.event.ItemEvents;
import org.camundaflows.store.schema.CollectionSchema;

/** Asks and tells those who listen to writes (specification: triggers, sections 2.2 and 2.3). */
final class Listeners {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ItemEvents events;

    Listeners(ItemEvents events) {
        this.events = events;
    }

    /** The item to create; what is no object counts as an empty one. */
    ObjectNode beforeCreate(Call call, CollectionSchema collection, ObjectNode payload) {
        return call.session().events()
                ? object(events.filter(event(call, collection, "items.create", meta(collection)), payload))
                : payload;
    }

    /** The changes to make; what is no object counts as none. */
    ObjectNode beforeUpdate(Call call, CollectionSchema collection, List<JsonNode> keys, ObjectNode changes) {
        if (!call.session().events()) {
            return changes;
        }
        ObjectNode meta = NODES.objectNode();
        meta.set("keys", array(keys));
        meta.put("collection", collection.name());
        return object(events.filter(event(call, collection, "items.update", meta), changes));
    }

    /** The keys to delete. */
    List<JsonNode> beforeDelete(Call call, CollectionSchema collection, List<JsonNode> keys) {
        if (!call.session().events()) {
            return keys;
        }
        JsonNode left = events.filter(event(call, collection, "items.delete", meta(collection)), array(keys));
        if (!left.isArray()) {
            throw ItemErrors.invalidPayload("Invalid input");
        }
        List<JsonNode> replaced = new ArrayList<>();
        left.forEach(replaced::add);
        return replaced;
    }

    void created(Call call, int place, CollectionSchema collection, ObjectNode payload, JsonNode key) {
        ObjectNode meta = NODES.objectNode();
        meta.set("payload", payload);
        meta.set("key", key);
        tell(call, place, collection, "items.create", meta);
    }

    void updated(Call call, int place, CollectionSchema collection, ObjectNode payload, List<JsonNode> keys) {
        ObjectNode meta = NODES.objectNode();
        meta.set("payload", payload);
        meta.set("keys", array(keys));
        tell(call, place, collection, "items.update", meta);
    }

    void deleted(Call call, CollectionSchema collection, List<JsonNode> keys) {
        ObjectNode meta = NODES.objectNode();
        meta.set("payload", array(keys));
        meta.set("keys", array(keys));
        tell(call, call.events().place(), collection, "items.delete", meta);
    }

    private static void tell(Call call, int place, CollectionSchema collection, String scope, ObjectNode meta) {
        if (call.session().events()) {
            call.events().add(place, event(call, collection, scope, meta.put("collection", collection.name())));
        }
    }

    /** Hands on what took effect; as the last part of the transaction that wrote. */
    void handOn(Call call) {
        List<ItemEvent> happened = call.events().all();
        if (!happened.isEmpty()) {
            events.action(happened);
        }
    }

    private static ItemEvent event(Call call, CollectionSchema collection, String scope, ObjectNode meta) {
        return new ItemEvent(collection.name(), scope, meta, call.accountability());
    }

    private static ObjectNode meta(CollectionSchema collection) {
        return NODES.objectNode().put("collection", collection.name());
    }

    private static ObjectNode object(JsonNode payload) {
        return payload instanceof ObjectNode object ? object : NODES.objectNode();
    }

    private static ArrayNode array(List<JsonNode> keys) {
        ArrayNode array = NODES.arrayNode();
        keys.forEach(array::add);
        return array;
    }
}
