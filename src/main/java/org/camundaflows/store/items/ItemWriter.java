package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.Permission;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.schema.CollectionSchema;

/**
 * Writes items with all that belongs to it, in the order the specification gives (items-query, sections 5 to 7).
 * Everything but the {@code plan…} methods wants a transaction.
 */
final class ItemWriter {

    private final Listeners listeners;
    private final WriteRights rights;
    private final Submission submission;
    private final Specials specials;
    private final ItemRows rows;
    private final Tracking tracking;
    private final NestedReferences references;
    private final NestedLists lists;

    ItemWriter(
            Listeners listeners,
            WriteRights rights,
            Submission submission,
            Specials specials,
            ItemRows rows,
            Tracking tracking,
            ItemReader reader) {
        this.listeners = listeners;
        this.rights = rights;
        this.submission = submission;
        this.specials = specials;
        this.rows = rows;
        this.tracking = tracking;
        this.references = new NestedReferences(this, rows);
        this.lists = new NestedLists(this, rows, reader);
    }

    /** An update that listeners have agreed to. */
    record Update(CollectionSchema collection, List<JsonNode> keys, ObjectNode changes) {}

    /** A deletion that listeners have agreed to. */
    record Deletion(CollectionSchema collection, List<JsonNode> keys) {}

    /** @return the key, with the type of the database */
    JsonNode create(Call call, CollectionSchema collection, ObjectNode submitted) {
        int place = call.events().place();
        ObjectNode heard = listeners.beforeCreate(call, collection, submitted);
        List<Permission> permissions = rights.create(call, collection, heard);
        ObjectNode payload = submission.prepare(call, collection, Action.CREATE, permissions, heard);
        JsonNode chosen = payload.get(collection.primaryKey());
        if (chosen != null && Keys.isGiven(chosen)) {
            Keys.check(collection, chosen);
        }
        List<JsonNode> children = new ArrayList<>();
        ObjectNode flat = references.write(call, collection, payload, children);
        JsonNode key = rows.insert(call.schema(), collection, specials.apply(call, collection, Action.CREATE, flat));
        lists.write(call, collection, key, true, payload, children);
        tracking.created(call, collection, key, payload, children);
        listeners.created(call, place, collection, payload, key);
        return key;
    }

    /** Asks the listeners; before the transaction. */
    Update planUpdate(Call call, CollectionSchema collection, List<JsonNode> keys, ObjectNode changes) {
        Keys.check(collection, keys);
        ObjectNode heard = listeners.beforeUpdate(call, collection, keys, changes);
        return new Update(collection, Keys.sorted(keys), heard);
    }

    /** @return the keys, sorted as texts */
    List<JsonNode> update(Call call, Update update) {
        CollectionSchema collection = update.collection();
        int place = call.events().place();
        List<Permission> permissions = rights.update(call, collection, update.keys(), update.changes());
        ObjectNode payload = submission.prepare(call, collection, Action.UPDATE, permissions, update.changes());
        List<JsonNode> children = new ArrayList<>();
        ObjectNode flat = references.write(call, collection, payload, children);
        flat.remove(collection.primaryKey());
        ObjectNode values = specials.apply(call, collection, Action.UPDATE, flat);
        rows.update(call.schema(), collection, update.keys(), values);
        update.keys().forEach(key -> lists.write(call, collection, key, false, payload, children));
        tracking.updated(call, collection, update.keys(), values, children);
        listeners.updated(call, place, collection, payload, update.keys());
        return update.keys();
    }

    List<JsonNode> update(Call call, CollectionSchema collection, List<JsonNode> keys, ObjectNode changes) {
        return update(call, planUpdate(call, collection, keys, changes));
    }

    /** Changes the item whose key the payload has, or creates one. @return its key */
    JsonNode upsert(Call call, CollectionSchema collection, ObjectNode payload) {
        JsonNode key = payload.get(collection.primaryKey());
        if (key == null || !Keys.isGiven(key) || !rows.exists(collection, key)) {
            return create(call, collection, payload);
        }
        ObjectNode changes = payload.deepCopy().without(List.of(collection.primaryKey()));
        return update(call, collection, List.of(key), changes).get(0);
    }

    /** Asks the listeners, who may replace the keys; before the transaction. */
    Deletion planDeletion(Call call, CollectionSchema collection, List<JsonNode> keys) {
        Keys.check(collection, keys);
        List<JsonNode> heard = listeners.beforeDelete(call, collection, keys);
        Keys.check(collection, heard);
        return new Deletion(collection, heard);
    }

    /** @return the deleted keys */
    List<JsonNode> delete(Call call, Deletion deletion) {
        rights.delete(call, deletion.collection(), deletion.keys());
        rows.delete(call.schema(), deletion.collection(), deletion.keys());
        tracking.deleted(call, deletion.collection(), deletion.keys());
        listeners.deleted(call, deletion.collection(), deletion.keys());
        return deletion.keys();
    }

    void delete(Call call, CollectionSchema collection, List<JsonNode> keys) {
        delete(call, planDeletion(call, collection, keys));
    }
}
