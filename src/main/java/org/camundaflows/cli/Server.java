package org.camundaflows.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.camundaflows.json.Json;

/** A running server, called as its administrator. */
final class Server {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final URI address;
    private final String token;

    Server(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /**
     * Deploys flows.
     *
     * @return the server's answer, with {@code data}
     * @throws CommandFailure if the server cannot be reached or does not take the call
     */
    JsonNode deploy(String flows) throws InterruptedException {
        HttpResponse<String> response = post("/deployments", flows);
        JsonNode answer = json(response);
        if (!answer.has("data")) {
            throw CommandFailure.problem(address + " answered " + response.statusCode() + ": " + message(answer));
        }
        return answer;
    }

    private HttpResponse<String> post(String path, String body) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(target(path))
                    .timeout(ANSWER)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--server or --token cannot be used: " + address);
        } catch (IOException e) {
            throw CommandFailure.problem(address + " cannot be reached: " + e);
        }
    }

    private URI target(String path) {
        return URI.create(address.toString().replaceFirst("/+$", "") + path);
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.parse(response.body());
        } catch (JsonProcessingException e) {
            return Json.mapper().createObjectNode();
        }
    }

    private static String message(JsonNode answer) {
        String message = answer.path("errors").path(0).path("message").asText();
        return message.isEmpty() ? "no answer of camunda-flows" : message;
    }
}
