package org.camundaflows.store.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells of, as far as the order of events depends on it.
 *
 * @param collection null when the order does not matter, as for reads and for signing in
 * @param item key of the item; null when there are several
 */
record Subject(@Nullable String collection, @Nullable String item) {

    /** The width of the columns; longer texts that begin alike share their order. */
    private static final int LENGTH = 255;

    static Subject of(JsonNode trigger) {
        String collection = trigger.path("collection").textValue();
        JsonNode keys = trigger.path("keys");
        JsonNode key = keys.size() == 1 ? keys.get(0) : trigger.path("key");
        if (collection == null || (keys.isMissingNode() && key.isMissingNode())) {
            return new Subject(null, null);
        }
        return new Subject(cut(collection), key.isValueNode() ? cut(key.asText()) : null);
    }

    private static String cut(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH);
    }
}
