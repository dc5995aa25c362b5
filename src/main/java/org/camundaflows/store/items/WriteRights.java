package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camundaflows.filter.DynamicVariables;
import org.camundaflows.filter.Filter;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.Permission;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.schema.CollectionSchema;

/** Whether a caller may write what is submitted (specification: access, section 4). */
final class WriteRights {

    /** So many keys are looked up in one query. */
    private static final int KEYS_AT_ONCE = 10_000;

    private final ItemReader reader;

    WriteRights(ItemReader reader) {
        this.reader = reader;
    }

    /**
     * The permissions to create, after a look at the submitted fields; none for callers without restrictions.
     *
     * @throws org.camundaflows.store.error.ItemException {@code FORBIDDEN}
     */
    List<Permission> create(Call call, CollectionSchema collection, ObjectNode payload) {
        if (call.rights().unrestricted()) {
            return List.of();
        }
        List<Permission> permissions = permissions(call, collection, Action.CREATE);
        checkFields(collection, permissions, payload);
        return permissions;
    }

    /** As {@link #create}; all items must be within the rules that grant the submitted fields. */
    List<Permission> update(Call call, CollectionSchema collection, List<JsonNode> keys, ObjectNode changes) {
        if (call.rights().unrestricted()) {
            return List.of();
        }
        List<Permission> permissions = permissions(call, collection, Action.UPDATE);
        checkFields(collection, permissions, changes);
        for (List<Permission> granting : granting(permissions, changes)) {
            if (!allWithin(call, collection, granting, keys)) {
                throw changes.isEmpty()
                        ? ItemErrors.forbiddenAction(Action.UPDATE.id(), collection.name())
                        : ItemErrors.forbiddenWrite(Action.UPDATE.id(), collection.name(), names(changes));
            }
        }
        return permissions;
    }

    /** All items must be within a rule. */
    void delete(Call call, CollectionSchema collection, List<JsonNode> keys) {
        if (!call.rights().unrestricted()
                && !allWithin(call, collection, permissions(call, collection, Action.DELETE), keys)) {
            throw ItemErrors.forbiddenAction(Action.DELETE.id(), collection.name());
        }
    }

    private static List<Permission> permissions(Call call, CollectionSchema collection, Action action) {
        List<Permission> permissions = call.rights().permissions(collection.name(), action);
        if (permissions.isEmpty()) {
            throw ItemErrors.forbiddenCollection(collection.name(), List.of());
        }
        return permissions;
    }

    private static void checkFields(CollectionSchema collection, List<Permission> permissions, ObjectNode payload) {
        List<String> denied = names(payload).stream()
                .filter(field -> permissions.stream().noneMatch(permission -> permission.grants(field)))
                .toList();
        if (!denied.isEmpty()) {
            throw ItemErrors.forbiddenFields(collection.name(), denied, List.of());
        }
    }

    /** For each submitted field the permissions that grant it; all permissions when nothing is submitted. */
    private static Set<List<Permission>> granting(List<Permission> permissions, ObjectNode changes) {
        Set<List<Permission>> granting = new LinkedHashSet<>();
        for (String field : names(changes)) {
            granting.add(permissions.stream()
                    .filter(permission -> permission.grants(field))
                    .toList());
        }
        return granting.isEmpty() ? Set.of(permissions) : granting;
    }

    private boolean allWithin(
            Call call, CollectionSchema collection, List<Permission> permissions, List<JsonNode> keys) {
        Set<Object> wanted = Keys.values(collection, keys);
        if (keys.stream().anyMatch(key -> Keys.value(collection.key(), key).isEmpty())) {
            return false;
        }
        Rights asReader = new AsReader(call.rights(), collection.name(), permissions);
        Set<Object> found = new HashSet<>();
        for (List<JsonNode> part : parts(keys)) {
            Query query = Queries.ofKeys(collection, part, -1);
            found.addAll(Keys.values(collection, reader.keys(collection.name(), query, asReader)));
        }
        return found.containsAll(wanted);
    }

    private static List<List<JsonNode>> parts(List<JsonNode> keys) {
        List<List<JsonNode>> parts = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            parts.add(keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE)));
        }
        return parts;
    }

    private static List<String> names(ObjectNode payload) {
        List<String> names = new ArrayList<>();
        payload.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Lets the rules of other permissions decide what is read; of its items, keys are looked at. */
    private record AsReader(Rights rights, String collection, List<Permission> permissions) implements Rights {

        private static final ObjectNode NO_PRESETS = JsonNodeFactory.instance.objectNode();

        @Override
        public boolean unrestricted() {
            return false;
        }

        @Override
        public List<Permission> permissions(String asked, Action action) {
            if (!asked.equals(collection) || action != Action.READ) {
                return rights.permissions(asked, action);
            }
            return permissions.stream()
                    .map(permission -> new Permission(permission.rule(), Set.of("*"), new Filter.Empty(), NO_PRESETS))
                    .toList();
        }

        @Override
        public DynamicVariables variables() {
            return rights.variables();
        }
    }
}
