package org.camundaflows.operations.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param headers by lower-case name
 * @param location where a redirect leads, null for every other answer
 */
record Reply(int status, String statusText, ObjectNode headers, String text, @Nullable String location) {

    /**
     * Resolves for 2xx, rejects for all else, with the same four members.
     *
     * @throws Rejection if the body is JSON that is nested too deep
     */
    Result result() {
        ObjectNode value = JsonNodeFactory.instance
                .objectNode()
                .put("status", status)
                .put("statusText", statusText)
                .<ObjectNode>set("headers", headers)
                .set("data", data());
        return status >= 200 && status < 300 ? Result.resolved(value) : Result.rejected(value);
    }

    /**
     * JSON whenever the text is JSON, whatever the content type says.
     *
     * @throws Rejection if it begins like an object or array, but is beyond the limits of what is read
     */
    private JsonNode data() {
        try {
            return Json.parse(text);
        } catch (StreamConstraintsException e) {
            if (!text.stripLeading().startsWith("[") && !text.stripLeading().startsWith("{")) {
                return TextNode.valueOf(text);
            }
            throw new Rejection(ErrorValue.plain("RangeError", "The answer cannot be read: " + e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
