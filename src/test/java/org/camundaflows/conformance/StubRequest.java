package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A request as the stub received it.
 *
 * @param path path and query exactly as sent
 * @param headers by lower-case name; several values of one name are joined with a comma
 */
record StubRequest(String method, String path, Map<String, String> headers, String body) {

    StubRequest {
        headers = Map.copyOf(headers);
    }

    String pathWithoutQuery() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("method", method).put("path", path);
        ObjectNode named = json.putObject("headers");
        headers.forEach(named::put);
        return json.put("body", body);
    }
}
