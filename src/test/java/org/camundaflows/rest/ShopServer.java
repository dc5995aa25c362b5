package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camundaflows.FlowSketch;
import org.camundaflows.authoring.FlowStore;
import org.camundaflows.json.Json;
import org.camundaflows.store.WorldLoader;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.sql.Database;

/** The application with the world {@code shop-rules}, whose users have the tokens {@code token-admin} and so on. */
final class ShopServer implements AutoCloseable {

    static final String ADMIN = "token-admin";
    static final String EDITOR = "token-editor";
    static final String VIEWER = "token-viewer";
    static final String NOBODY = "";

    private final FlowServer server;
    private final WorldLoader loader;

    /** What came back; {@code json} is missing when there is no body. */
    record Answer(int status, JsonNode json) {

        JsonNode data() {
            return json.path("data");
        }

        String code() {
            return json.at("/errors/0/extensions/code").asText();
        }

        String message() {
            return json.at("/errors/0/message").asText();
        }
    }

    private ShopServer(FlowServer server) {
        this.server = server;
        this.loader = new WorldLoader(server.bean(Database.class), server.bean(SchemaReader.class));
    }

    static ShopServer start() {
        ShopServer shop = new ShopServer(
                FlowServer.start("--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        shop.reset();
        return shop;
    }

    /** Brings all rows into the state of the world, which has no flows. */
    void reset() {
        loader.load(world());
    }

    private static JsonNode world() {
        try (InputStream file = ShopServer.class.getResourceAsStream("/conformance/worlds/shop-rules.json")) {
            return Json.mapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FlowServer server() {
        return server;
    }

    void save(FlowSketch... flows) {
        server.bean(FlowStore.class)
                .save(List.of(flows).stream().map(FlowSketch::flow).toList(), Session.SYSTEM);
    }

    Answer get(String path, String token) {
        return call("GET", path, token, "");
    }

    Answer call(String method, String path, String token, String body) {
        HttpRequest.Builder request = server.request(path);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> answer = server.send(
                request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        return new Answer(answer.statusCode(), FlowSketch.parse(answer.body().isEmpty() ? "{}" : answer.body()));
    }

    @Override
    public void close() {
        server.close();
    }
}
