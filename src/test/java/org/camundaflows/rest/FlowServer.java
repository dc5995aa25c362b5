package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.camundaflows.FlowSketch;
import org.camundaflows.app.CamundaFlows;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The real application as its callers see it. */
final class FlowServer implements AutoCloseable {

    static final String TOKEN = "admin-token-of-tests";

    /** What the environment variable SECRET of flows holds. */
    static final String SECRET = "canary-environment-7f3a";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ServletWebServerApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private FlowServer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** One server with a database in memory for all tests that do not mind each other; it ends with the process. */
    static FlowServer shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final FlowServer SERVER = start("--spring.datasource.url=jdbc:h2:mem:shared;DB_CLOSE_DELAY=-1");
    }

    /** @param arguments where the database is */
    static FlowServer start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--ADMIN_PASSWORD=password-of-tests",
                "--ADMIN_TOKEN=" + TOKEN,
                "--FLOWS_ENV_ALLOW_LIST=SECRET",
                "--SECRET=" + SECRET,
                "--IMPORT_IP_DENY_LIST=",
                "--flows.runs.sync-wait=1s",
                "--flows.runs.sleep-in-thread=400ms"));
        all.addAll(List.of(arguments));
        return new FlowServer((ServletWebServerApplicationContext)
                new SpringApplicationBuilder(CamundaFlows.class, BreakingOperation.class, FlakyOperation.class)
                        .run(all.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Deploys flows and expects them to be accepted. */
    void deploy(FlowSketch... flows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (FlowSketch flow : flows) {
            all.add(flow.json());
        }
        deploy(all);
    }

    /** Deploys flows as JSON and expects them to be accepted. */
    void deploy(JsonNode flows) {
        HttpResponse<String> answer = send(request("/deployments")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(flows.toString())));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path));
    }

    HttpRequest.Builder trigger(FlowSketch flow) {
        return request("/flows/trigger/" + flow.id());
    }

    HttpResponse<String> post(FlowSketch flow, String json) {
        return send(trigger(flow).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The whole answer to a request that is sent exactly as written, as no client library would. */
    String raw(String request) {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), context.getWebServer().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode admin(String path) {
        return FlowSketch.parse(
                send(request(path).header("Authorization", "Bearer " + TOKEN).GET())
                        .body());
    }

    /** The runs of a flow, newest first. */
    JsonNode runs(FlowSketch flow) {
        return admin("/flows/" + flow.id() + "/runs").path("data");
    }

    /** The record of the newest run of a flow, once the flow has as many runs and the newest has ended. */
    JsonNode ended(FlowSketch flow, int count) {
        await(() ->
                runs(flow).size() == count && !runs(flow).path(0).path("end").isNull());
        return admin("/runs/" + runs(flow).path(0).path("id").asText()).path("data");
    }

    void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    @Override
    public void close() {
        context.close();
        context = null; // test classes keep their servers in static fields
    }
}
