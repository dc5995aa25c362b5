package org.camundaflows.store.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camundaflows.filter.DynamicVariables;
import org.camundaflows.security.Accountability;
import org.jspecify.annotations.Nullable;

/** The variables of one caller, those that are read from the database included (specification: filters, section 1). */
final class CurrentVariables implements DynamicVariables {

    private final Accountability caller;
    private final Supplier<List<String>> policies;
    private final ItemLookup items;
    private final Instant now;
    private final ZoneId zone;
    private final Map<String, JsonNode> known = new HashMap<>();

    CurrentVariables(
            Accountability caller, Supplier<List<String>> policies, ItemLookup items, Clock clock, ZoneId zone) {
        this.caller = caller;
        this.policies = policies;
        this.items = items;
        this.now = clock.instant();
        this.zone = zone;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public JsonNode current(String name) {
        JsonNode value = known.get(name);
        if (value == null) {
            int dot = name.indexOf('.');
            value = dot < 0 ? plain(name) : read(name.substring(0, dot), name.substring(dot + 1));
            known.put(name, value);
        }
        return value;
    }

    private JsonNode plain(String name) {
        return switch (name) {
            case "$CURRENT_USER" -> text(caller.user());
            case "$CURRENT_ROLE" -> text(caller.role());
            case "$CURRENT_ROLES" -> array(caller.roles());
            case "$CURRENT_POLICIES" -> array(policies.get());
            default -> NullNode.getInstance();
        };
    }

    private JsonNode read(String name, String path) {
        return switch (name) {
            case "$CURRENT_USER" -> single("directus_users", caller.user(), path);
            case "$CURRENT_ROLE" -> single("directus_roles", caller.role(), path);
            case "$CURRENT_ROLES" -> several("directus_roles", caller.roles(), path);
            case "$CURRENT_POLICIES" -> several("directus_policies", policies.get(), path);
            default -> NullNode.getInstance();
        };
    }

    private JsonNode single(String collection, @Nullable String key, String path) {
        return key == null
                ? NullNode.getInstance()
                : at(items.read(collection, List.of(key), path).path(0), path);
    }

    private JsonNode several(String collection, List<String> keys, String path) {
        return keys.isEmpty() ? JsonNodeFactory.instance.arrayNode() : at(items.read(collection, keys, path), path);
    }

    /** What lies at the end of the path; below lists the values of all their entries. */
    private static JsonNode at(JsonNode value, String path) {
        if (value.isArray()) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            for (JsonNode entry : value) {
                JsonNode found = at(entry, path);
                if (found instanceof ArrayNode several) {
                    values.addAll(several);
                } else {
                    values.add(found);
                }
            }
            return values;
        }
        if (path.isEmpty()) {
            return value.isMissingNode() ? NullNode.getInstance() : value;
        }
        int dot = path.indexOf('.');
        return dot < 0 ? at(value.path(path), "") : at(value.path(path.substring(0, dot)), path.substring(dot + 1));
    }

    private static JsonNode text(@Nullable String text) {
        return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
