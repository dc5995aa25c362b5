package org.camundaflows.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.Json;
import org.jspecify.annotations.Nullable;

/** Sends the calls of a case as they are written there. */
final class HttpCaller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Application application;

    HttpCaller(Application application) {
        this.application = application;
    }

    /** Sends the {@code fire} of a step and gives its answer in the form of the cases. */
    JsonNode send(JsonNode fire) {
        URI address = URI.create(application.baseUrl() + fire.path("path").asText() + query(fire.path("query")));
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        boolean typed = false;
        for (var header : fire.path("headers").properties()) {
            request.setHeader(header.getKey(), header.getValue().asText());
            typed |= header.getKey().equalsIgnoreCase("content-type");
        }
        if (fire.path("as").isTextual()) {
            String token = application.token(fire.path("as").textValue());
            request.setHeader("Authorization", "Bearer " + token);
        }
        JsonNode body = fire.path("body");
        if (!body.isMissingNode() && !typed) {
            request.setHeader("Content-Type", "application/json");
        }
        request.method(fire.path("method").asText("GET"), publisher(body));
        return answer(exchange(request.build()));
    }

    /** Calls the application's own interface as administrator; the body is sent as JSON, null means none. */
    JsonNode asAdmin(String method, String path, @Nullable JsonNode body) {
        var fire = Json.mapper().createObjectNode();
        fire.put("method", method).put("path", path).put("as", "admin");
        if (body != null) {
            fire.set("body", body);
        }
        return send(fire);
    }

    private static HttpRequest.BodyPublisher publisher(JsonNode body) {
        if (body.isMissingNode()) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.ofString(body.isTextual() ? body.textValue() : Json.write(body));
    }

    private static String query(JsonNode query) {
        List<String> parts = new ArrayList<>();
        query.properties()
                .forEach(parameter -> parts.add(parameter.getKey() + "="
                        + URLEncoder.encode(Json.display(parameter.getValue()), StandardCharsets.UTF_8)));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode answer(HttpResponse<String> response) {
        var json = Json.mapper().createObjectNode();
        json.put("status", response.statusCode());
        var headers = json.putObject("headers");
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        json.set("body", body(response.body()));
        return json;
    }

    private static JsonNode body(String text) {
        if (text.isEmpty()) {
            return NullNode.getInstance();
        }
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
