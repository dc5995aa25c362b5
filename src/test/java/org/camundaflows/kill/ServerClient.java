package org.camundaflows.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.Json;

/** What the administrator of a server does from outside. */
public final class ServerClient {

    private static final int PAGE = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    ServerClient(int port, String token) {
        this.url = "http://127.0.0.1:" + port;
        this.token = token;
    }

    public String url() {
        return url;
    }

    /** @throws UncheckedIOException if there is no answer */
    public void deploy(String flows) {
        HttpResponse<String> answer = post("/deployments", StorableIds.in(flows));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** @throws UncheckedIOException if there is no answer */
    public HttpResponse<String> trigger(String flow, String body) {
        return post("/flows/trigger/" + flow, body);
    }

    /** @throws UncheckedIOException if there is no answer */
    public HttpResponse<String> create(String collection, String items) {
        return post("/items/" + collection, items);
    }

    HttpResponse<String> retry(String run) {
        return post("/runs/" + run + "/retry", "");
    }

    /**
     * All runs that a query finds, with their details.
     *
     * @param query such as {@code flow=…&status=…}
     */
    List<JsonNode> runs(String query) {
        List<JsonNode> runs = new ArrayList<>();
        for (JsonNode run : list(query)) {
            runs.add(run(run.path("id").asText()));
        }
        return runs;
    }

    /** All runs that a query finds, newest first. */
    public List<JsonNode> list(String query) {
        List<JsonNode> runs = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode data = get("/runs?limit=" + PAGE + "&page=" + page + "&" + query);
            data.forEach(runs::add);
            if (data.size() < PAGE) {
                return runs;
            }
        }
    }

    public JsonNode run(String id) {
        return get("/runs/" + id);
    }

    /** @throws UncheckedIOException if there is no answer */
    private JsonNode get(String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + path)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body()).path("data");
    }

    private HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Authorization", "Bearer " + token)
                            .timeout(Duration.ofSeconds(90))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
