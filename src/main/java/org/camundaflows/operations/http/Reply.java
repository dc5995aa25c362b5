package org.camundaflows.operations.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Result;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param headers by lower-case name
 * @param location where a redirect leads, null for every other answer
 */
record Reply(int status, String statusText, ObjectNode headers, String text, @Nullable String location) {

    /** Resolves for 2xx, rejects for all else, with the same four members. */
    Result result() {
        ObjectNode value = JsonNodeFactory.instance
                .objectNode()
                .put("status", status)
                .put("statusText", statusText)
                .<ObjectNode>set("headers", headers)
                .set("data", data());
        return status >= 200 && status < 300 ? Result.resolved(value) : Result.rejected(value);
    }

    /** JSON whenever the text is JSON, whatever the content type says. */
    private JsonNode data() {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
