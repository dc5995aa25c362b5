package org.camundaflows.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.security.Caller;
import org.camundaflows.trigger.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads what a servlet request says, the way flows see it. */
final class RequestReader {

    private final long bodyLimit;

    /** @param bodyLimit largest body in bytes */
    RequestReader(long bodyLimit) {
        this.bodyLimit = bodyLimit;
    }

    /**
     * The JSON body: an object or an array; an empty object when there is none or it is of another type.
     *
     * @throws Refusal if the body is too large or no JSON
     */
    JsonNode body(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            return JsonNodeFactory.instance.objectNode();
        }
        String text = text(request);
        if (text.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode body = Json.parse(text);
            if (!body.isContainerNode()) {
                throw Refusal.invalidPayload("The body must be a JSON object or array");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw Refusal.invalidPayload(e.getOriginalMessage());
        }
    }

    /** The body as text, whatever its type. */
    String text(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes((int) Math.min(bodyLimit + 1, Integer.MAX_VALUE));
        if (bytes.length > bodyLimit) {
            throw new Refusal(ErrorValue.known("CONTENT_TOO_LARGE", 413, "Uploaded content is too large.", null));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static ObjectNode headers(HttpServletRequest request) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", Collections.list(request.getHeaders(name))));
        }
        return headers;
    }

    static Caller caller(HttpServletRequest request, ObjectNode query) {
        JsonNode token = query.path("access_token");
        return new Caller(
                request.getHeader("authorization"),
                token.isTextual() ? token.textValue() : null,
                cookie(request, Caller.SESSION_COOKIE).orElse(null),
                request.getRemoteAddr(),
                request.getHeader("user-agent"),
                request.getHeader("origin"));
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT)
                .equals("application/json");
    }
}
