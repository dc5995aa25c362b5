package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.Json;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.jspecify.annotations.Nullable;

/** Fills in what the server knows better than the caller (specification: items-query, section 8). */
final class Specials {

    private final Clock clock;
    private final UnaryOperator<String> hash;

    /** @param hash makes of a clear text what is stored */
    Specials(Clock clock, UnaryOperator<String> hash) {
        this.clock = clock;
        this.hash = hash;
    }

    /** The values of the columns to write: submitted ones that belong to a column, and those the server adds. */
    ObjectNode apply(Call call, CollectionSchema collection, Action action, ObjectNode submitted) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        submitted.properties().forEach(entry -> {
            if (collection
                    .field(entry.getKey())
                    .filter(field -> !field.isAlias())
                    .isPresent()) {
                values.set(entry.getKey(), entry.getValue());
            }
        });
        for (FieldSchema field : collection.fields().values()) {
            if (!field.isAlias()) {
                apply(call, field, action, values);
            }
        }
        return values;
    }

    private void apply(Call call, FieldSchema field, Action action, ObjectNode values) {
        JsonNode value = values.get(field.name());
        if (field.has("hash")) {
            hash(field, value, values);
        }
        if (action == Action.CREATE && field.has("uuid") && !Keys.isGiven(value)) {
            values.put(field.name(), UUID.randomUUID().toString());
        }
        String suffix = action == Action.CREATE ? "-created" : "-updated";
        if (field.has("date" + suffix)) {
            values.set(field.name(), new DateValue(clock.instant()).toNode());
        }
        Accountability caller = call.accountability();
        if (field.has("user" + suffix)) {
            values.set(field.name(), text(caller == null ? null : caller.user()));
        }
        if (field.has("role" + suffix)) {
            values.set(field.name(), text(caller == null ? null : caller.role()));
        }
    }

    private void hash(FieldSchema field, @Nullable JsonNode value, ObjectNode values) {
        if (value == null || value.isNull()) {
            return;
        }
        if (Keys.isGiven(value)) {
            values.put(field.name(), hash.apply(Json.display(value)));
        } else {
            values.remove(field.name());
        }
    }

    private static JsonNode text(@Nullable String text) {
        return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
    }
}
