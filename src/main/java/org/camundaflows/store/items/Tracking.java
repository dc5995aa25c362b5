package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.Json;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.RightsSource;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.jspecify.annotations.Nullable;

/**
 * The traces of writes: who did it ({@code directus_activity}), and what it was ({@code directus_revisions}), as far as
 * the collection wants them and there are such tables.
 */
final class Tracking {

    private static final String ACTIVITY = "directus_activity";
    private static final String REVISIONS = "directus_revisions";
    private static final String WITH_REVISIONS = "all";

    private final ItemRows rows;
    private final ItemReader reader;
    private final RightsSource rights;
    private final Clock clock;

    Tracking(ItemRows rows, ItemReader reader, RightsSource rights, Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.rights = rights;
        this.clock = clock;
    }

    void created(Call call, CollectionSchema collection, JsonNode key, ObjectNode payload, List<JsonNode> children) {
        activity(call, collection, Action.CREATE, key).ifPresent(activity -> {
            ObjectNode data = Concealed.within(call.schema(), collection, payload);
            revision(call, collection, activity, key, data, data)
                    .ifPresent(revision -> adopt(call, children, revision));
        });
    }

    /** @param values what was written into the columns */
    void updated(
            Call call, CollectionSchema collection, List<JsonNode> keys, ObjectNode values, List<JsonNode> children) {
        if (call.accountability() == null || collection.tracking() == null) {
            return;
        }
        ObjectNode delta = Concealed.within(call.schema(), collection, values);
        boolean revised = WITH_REVISIONS.equals(collection.tracking()) && !delta.isEmpty();
        Map<String, JsonNode> snapshots = revised ? snapshots(collection, keys) : Map.of();
        boolean first = true;
        for (JsonNode key : keys) {
            Optional<JsonNode> activity = activity(call, collection, Action.UPDATE, key);
            JsonNode snapshot = snapshots.get(Json.display(key));
            if (activity.isPresent() && snapshot != null) {
                Optional<JsonNode> revision = revision(call, collection, activity.get(), key, snapshot, delta);
                // what all items of an update refer to is written once, with the first
                if (first && revision.isPresent()) {
                    adopt(call, children, revision.get());
                    first = false;
                }
            }
        }
    }

    void deleted(Call call, CollectionSchema collection, List<JsonNode> keys) {
        keys.forEach(key -> activity(call, collection, Action.DELETE, key));
    }

    private Map<String, JsonNode> snapshots(CollectionSchema collection, List<JsonNode> keys) {
        Map<String, JsonNode> snapshots = new HashMap<>();
        reader.read(collection.name(), Queries.ofKeys(collection, keys, -1), rights.of(null))
                .forEach(item -> snapshots.put(Json.display(item.path(collection.primaryKey())), item));
        return snapshots;
    }

    private Optional<JsonNode> activity(Call call, CollectionSchema collection, Action action, JsonNode key) {
        Accountability caller = call.accountability();
        if (caller == null || collection.tracking() == null) {
            return Optional.empty();
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("action", action.id()).put("user", caller.user()).put("collection", collection.name());
        row.put("ip", caller.ip()).put("user_agent", caller.userAgent()).put("origin", caller.origin());
        row.put("item", Json.display(key)).set("timestamp", new DateValue(clock.instant()).toNode());
        return insert(call, ACTIVITY, row);
    }

    private Optional<JsonNode> revision(
            Call call,
            CollectionSchema collection,
            JsonNode activity,
            JsonNode key,
            JsonNode data,
            @Nullable JsonNode delta) {
        if (!WITH_REVISIONS.equals(collection.tracking())) {
            return Optional.empty();
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set("activity", activity);
        row.put("collection", collection.name()).put("item", Json.display(key));
        row.set("data", data);
        row.set("delta", delta);
        Optional<JsonNode> revision = insert(call, REVISIONS, row);
        revision.ifPresent(call.revisions()::add);
        return revision;
    }

    /** Puts the revisions of nested items below that of the item they were written with. */
    private void adopt(Call call, List<JsonNode> children, JsonNode parent) {
        if (!children.isEmpty()) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            row.set("parent", parent);
            rows.update(call.schema(), call.schema().collection(REVISIONS).orElseThrow(), children, row);
        }
    }

    private Optional<JsonNode> insert(Call call, String table, ObjectNode row) {
        return call.schema().collection(table).map(collection -> {
            ObjectNode fitting = JsonNodeFactory.instance.objectNode();
            row.properties().forEach(entry -> collection
                    .field(entry.getKey())
                    .ifPresent(field -> fitting.set(field.name(), shortened(field, entry.getValue()))));
            return rows.insert(call.schema(), collection, fitting);
        });
    }

    /** What callers say about themselves must not make their writes fail. */
    private static JsonNode shortened(FieldSchema field, JsonNode value) {
        Integer most = field.column() == null ? null : field.column().maxLength();
        if (!value.isTextual() || most == null || value.textValue().length() <= most) {
            return value;
        }
        return JsonNodeFactory.instance.textNode(value.textValue().substring(0, most));
    }
}
