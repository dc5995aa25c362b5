package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.Json;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.Relation;

/** Items written in the lists of the item they refer to (specification: items-query, section 9). */
final class NestedLists {

    private final ItemWriter writer;
    private final ItemRows rows;
    private final ItemReader reader;

    NestedLists(ItemWriter writer, ItemRows rows, ItemReader reader) {
        this.writer = writer;
        this.rows = rows;
        this.reader = reader;
    }

    /**
     * @param isNew whether the item has just been created: nothing can refer to it then
     * @param revisions where the revisions of what is written are noted
     */
    void write(
            Call call,
            CollectionSchema collection,
            JsonNode parent,
            boolean isNew,
            ObjectNode payload,
            List<JsonNode> revisions) {
        for (Relation relation : call.schema().relations()) {
            String field = relation.oneField();
            if (field != null && collection.name().equals(relation.one()) && payload.has(field)) {
                CollectionSchema many = call.collection(relation.many());
                NestedList list = new NestedList(call.nested(field, revisions), relation, many, parent);
                write(list, isNew, payload.get(field));
            }
        }
    }

    /** The list of one item. */
    private record NestedList(Call call, Relation relation, CollectionSchema many, JsonNode parent) {

        FieldSchema reference() {
            return many.field(relation.manyField()).orElseThrow();
        }

        ObjectNode attached(ObjectNode item) {
            ObjectNode attached = item.deepCopy();
            attached.set(relation.manyField(), parent);
            return attached;
        }
    }

    private void write(NestedList list, boolean isNew, JsonNode submitted) {
        if (submitted.isArray() || !Keys.isGiven(submitted)) {
            List<JsonNode> members = replace(list, submitted);
            if (!isNew) {
                release(list, "_nin", members);
            }
        } else {
            change(list, ListChanges.of(list.many(), submitted));
        }
    }

    private List<JsonNode> replace(NestedList list, JsonNode submitted) {
        List<JsonNode> members = new ArrayList<>();
        for (JsonNode member : submitted) {
            if (member instanceof ObjectNode item) {
                members.add(writer.upsert(list.call(), list.many(), list.attached(item)));
            } else {
                members.add(attach(list, member));
            }
        }
        return members;
    }

    private JsonNode attach(NestedList list, JsonNode key) {
        JsonNode present = key.isTextual() || key.isNumber()
                ? rows.value(list.many(), key, list.reference()).orElseThrow(ItemErrors::forbidden)
                : refuse();
        if (present.isNull() || !Json.display(present).equals(Json.display(list.parent()))) {
            ObjectNode reference = list.attached(JsonNodeFactory.instance.objectNode());
            writer.update(list.call(), list.many(), List.of(key), reference);
        }
        return key;
    }

    private static JsonNode refuse() {
        throw ItemErrors.invalidPayload("Invalid input");
    }

    private void change(NestedList list, ListChanges changes) {
        long next = sortNumber(list, changes);
        for (ObjectNode item : changes.create()) {
            ObjectNode attached = list.attached(item);
            String sort = list.relation().sortField();
            if (sort != null && !attached.has(sort)) {
                attached.put(sort, next);
            }
            next++;
            writer.create(list.call(), list.many(), attached);
        }
        for (ObjectNode item : changes.update()) {
            JsonNode key = item.get(list.many().primaryKey());
            ObjectNode rest = list.attached(item).without(List.of(list.many().primaryKey()));
            writer.update(list.call(), list.many(), List.of(key), rest);
        }
        if (!changes.delete().isEmpty()) {
            release(list, "_in", changes.delete());
        }
    }

    private long sortNumber(NestedList list, ListChanges changes) {
        String sort = list.relation().sortField();
        return sort == null || changes.create().isEmpty()
                ? 1
                : list.many()
                        .field(sort)
                        .map(field -> rows.highest(list.many(), field, list.reference(), list.parent()) + 1)
                        .orElse(1L);
    }

    /** Takes members out of the list: those with the keys, or all but those. */
    private void release(NestedList list, String operator, List<JsonNode> keys) {
        String reference = list.relation().manyField();
        List<JsonNode> released = reader.keys(
                list.many().name(),
                Queries.children(list.many(), reference, list.parent(), operator, keys),
                list.call().rights());
        if (released.isEmpty()) {
            return;
        }
        if (list.relation().deletesDeselected()) {
            writer.delete(list.call(), list.many(), released);
        } else {
            ObjectNode detached = JsonNodeFactory.instance.objectNode();
            writer.update(list.call(), list.many(), released, detached.putNull(reference));
        }
    }
}
