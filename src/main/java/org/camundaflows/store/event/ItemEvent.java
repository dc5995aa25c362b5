package org.camundaflows.store.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.schema.CollectionSchema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to items, or in signing in (specification: triggers, section 2.2).
 *
 * @param collection the collection it happens to; empty for what happens elsewhere, see {@link #elsewhere}
 * @param scope for example {@code items.create}
 * @param meta what {@code $trigger} holds besides {@code event}, and besides {@code payload} for filter events
 * @param accountability who acts; null for the system itself
 */
public record ItemEvent(String collection, String scope, ObjectNode meta, @Nullable Accountability accountability) {

    /**
     * Something that happens to no collection.
     *
     * @param name its only name, for example {@code auth.login}
     */
    public static ItemEvent elsewhere(String name, ObjectNode meta, @Nullable Accountability accountability) {
        return new ItemEvent("", name, meta, accountability);
    }

    /**
     * The names flows may listen to, in the order in which they are heard: {@code items.create} and
     * {@code articles.items.create}; for Directus's own tables only {@code users.create}.
     */
    public List<String> names() {
        if (collection.isEmpty()) {
            return List.of(scope);
        }
        if (!CollectionSchema.isSystem(collection)) {
            return List.of(scope, collection + "." + scope);
        }
        String action = scope.substring(scope.indexOf('.') + 1);
        return List.of(collection.substring("directus_".length()) + "." + action);
    }
}
