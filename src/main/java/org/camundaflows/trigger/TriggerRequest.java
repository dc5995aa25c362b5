package org.camundaflows.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request that fires a flow, as {@code $trigger} shows it (specification: triggers, section 3).
 *
 * @param path relative to {@code /flows}, without query
 * @param query parameters, nested; all leaves are texts
 * @param body object or array; an empty object when there was none
 * @param headers by lower-case name
 */
public record TriggerRequest(String path, ObjectNode query, JsonNode body, String method, ObjectNode headers) {

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("path", path);
        json.set("query", query);
        json.set("body", body);
        json.put("method", method);
        json.set("headers", headers);
        return json;
    }
}
