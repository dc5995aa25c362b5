package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camundaflows.json.ErrorValue;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP answer to a thrown value (specification: triggers, section 2.3; api, section 1).
 *
 * @param body the error envelope
 */
record ErrorAnswer(int status, ObjectNode body) {

    private static final String INTERNAL = "INTERNAL_SERVER_ERROR";
    private static final String UNEXPECTED = "An unexpected error occurred.";

    /** @param admin whether the caller may see the words of errors that are none of a known class */
    static ErrorAnswer of(JsonNode thrown, boolean admin) {
        List<JsonNode> errors = thrown.isArray() && !thrown.isEmpty()
                ? StreamSupport.stream(thrown.spliterator(), false).toList()
                : List.of(thrown);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = body.putArray("errors");
        int status = 0;
        for (JsonNode error : errors) {
            ErrorValue known = known(error);
            int own = known == null || known.status() == null ? 500 : known.status();
            status = status == 0 || status == own ? own : 500;
            entries.add(known == null ? unknown(error, admin) : entry(known));
        }
        return new ErrorAnswer(status, body);
    }

    private static @Nullable ErrorValue known(JsonNode error) {
        return error instanceof POJONode node
                        && node.getPojo() instanceof ErrorValue value
                        && value.isKnown()
                        && isHttpStatus(value.status())
                ? value
                : null;
    }

    private static boolean isHttpStatus(@Nullable Integer status) {
        return status != null && status >= 100 && status <= 599;
    }

    private static ObjectNode entry(ErrorValue error) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        if (error.extensions() instanceof ObjectNode own) {
            extensions.setAll(own);
        }
        extensions.remove("code");
        extensions.put("code", error.code());
        return entry(error.message(), extensions);
    }

    private static ObjectNode unknown(JsonNode error, boolean admin) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        String message = UNEXPECTED;
        if (admin) {
            if (error.isTextual()) {
                message = error.textValue();
            } else if (error instanceof POJONode node && node.getPojo() instanceof ErrorValue value) {
                message = value.message();
            } else if (error.isObject()) {
                message = error.path("message").asText(UNEXPECTED);
                if (error.get("extensions") instanceof ObjectNode own) {
                    extensions.setAll(own);
                }
            }
        }
        extensions.remove("code");
        extensions.put("code", INTERNAL);
        return entry(message, extensions);
    }

    private static ObjectNode entry(String message, ObjectNode extensions) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("message", message);
        entry.set("extensions", extensions);
        return entry;
    }
}
