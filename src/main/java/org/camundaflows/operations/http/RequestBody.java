package org.camundaflows.operations.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.camundaflows.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries.
 *
 * @param contentType null when none is sent
 * @param text null when there is no body
 */
record RequestBody(@Nullable String contentType, @Nullable String text) {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> FORM_BY_DEFAULT = Set.of("POST", "PUT", "PATCH");

    /**
     * Writes the option {@code body} by its content type (specification: operations, request).
     *
     * @param given the author's content type
     */
    static RequestBody of(JsonNode body, @Nullable String given, String method) {
        String type = given == null && isJson(body) ? JSON : given;
        String text = text(body, type == null ? "" : type.toLowerCase(Locale.ROOT));
        boolean form = type == null && FORM_BY_DEFAULT.contains(method);
        return new RequestBody(form ? FORM : type, text);
    }

    private static @Nullable String text(JsonNode body, String type) {
        boolean asJson = type.contains(JSON);
        if (body.isMissingNode()) {
            return null;
        }
        if (body.isTextual()) {
            return asJson ? jsonText(body) : body.textValue();
        }
        if (body.isNull()) {
            return asJson ? "null" : null;
        }
        return body.isContainerNode() && type.contains(FORM) ? FormBody.of(body) : Json.write(body);
    }

    private static String jsonText(JsonNode body) {
        return isJson(body) ? body.textValue().strip() : Json.write(body);
    }

    private static boolean isJson(JsonNode body) {
        if (!body.isTextual()) {
            return !body.isMissingNode();
        }
        try {
            Json.parse(body.textValue());
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
