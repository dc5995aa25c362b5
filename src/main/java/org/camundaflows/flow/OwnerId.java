package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The flow an operation says it belongs to: an id, or the expanded flow with its id. */
final class OwnerId {

    private OwnerId() {}

    /** The id as written; missing or null when the operation names none. */
    static JsonNode of(ObjectNode operation) {
        JsonNode flow = operation.path("flow");
        return flow.isObject() ? flow.path("id") : flow;
    }
}
