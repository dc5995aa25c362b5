package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.json.Json;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Relation;

/** Items written as objects in place of the keys of other items (specification: items-query, section 9). */
final class NestedReferences {

    private final ItemWriter writer;
    private final ItemRows rows;

    NestedReferences(ItemWriter writer, ItemRows rows) {
        this.writer = writer;
        this.rows = rows;
    }

    /**
     * The payload with keys in place of objects; many-to-one is written before many-to-any.
     *
     * @param revisions where the revisions of what is written are noted
     */
    ObjectNode write(Call call, CollectionSchema collection, ObjectNode payload, List<JsonNode> revisions) {
        ObjectNode flat = payload.deepCopy();
        for (Relation relation : nested(call, collection, payload)) {
            if (relation.one() != null) {
                flat.set(relation.manyField(), key(call, relation, relation.one(), payload, revisions));
            }
        }
        for (Relation relation : nested(call, collection, payload)) {
            if (relation.isToAny()) {
                JsonNode key = key(call, relation, target(relation, payload), payload, revisions);
                flat.put(relation.manyField(), Json.display(key));
            }
        }
        return flat;
    }

    private static List<Relation> nested(Call call, CollectionSchema collection, ObjectNode payload) {
        return call.schema().relations().stream()
                .filter(relation -> relation.many().equals(collection.name())
                        && payload.path(relation.manyField()).isObject())
                .toList();
    }

    private static String target(Relation relation, ObjectNode payload) {
        String field = relation.many() + "." + relation.manyField();
        JsonNode target = relation.collectionField() == null ? null : payload.get(relation.collectionField());
        if (target == null || !target.isTextual() || target.textValue().isEmpty()) {
            throw ItemErrors.invalidPayload("Can't update nested record \"" + field + "\" without field \""
                    + relation.many() + "." + relation.collectionField() + "\" being set");
        }
        if (!relation.allowed().contains(target.textValue())) {
            throw ItemErrors.invalidPayload(
                    "\"" + field + "\" can't be linked to collection \"" + target.textValue() + "\"");
        }
        return target.textValue();
    }

    private JsonNode key(Call call, Relation relation, String one, ObjectNode payload, List<JsonNode> revisions) {
        ObjectNode item = (ObjectNode) payload.get(relation.manyField());
        CollectionSchema target = call.collection(one);
        Call nested = call.nested(relation.manyField(), revisions);
        JsonNode key = item.get(target.primaryKey());
        if (!Keys.isGiven(key) || key == null || !rows.exists(target, key)) {
            return writer.create(nested, target, item);
        }
        if (item.size() > 1) {
            writer.update(nested, target, List.of(key), item.deepCopy().without(List.of(target.primaryKey())));
        }
        return key;
    }
}
