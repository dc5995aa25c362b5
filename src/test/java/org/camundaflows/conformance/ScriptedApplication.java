package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camundaflows.json.Json;

/** Stands in for the application where the runner itself is tested: answers and runs are what the test says. */
final class ScriptedApplication implements Application {

    private final HttpServer server;
    private final List<JsonNode> runs = Collections.synchronizedList(new ArrayList<>());
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, JsonNode> items = new ConcurrentHashMap<>();
    private volatile Runnable onCall = () -> {};
    private volatile int deploymentStatus = 200;
    private volatile String answer = "";

    private ScriptedApplication(HttpServer server) {
        this.server = server;
    }

    static ScriptedApplication start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        ScriptedApplication application = new ScriptedApplication(server);
        server.createContext("/", application::handle);
        server.start();
        return application;
    }

    /** What any call but those for deployments and runs is answered, and what it causes. */
    ScriptedApplication answering(String body, Runnable effect) {
        answer = body;
        onCall = effect;
        return this;
    }

    ScriptedApplication refusingDeployments() {
        deploymentStatus = 400;
        return this;
    }

    /** Records a run; the id is given by its order. */
    void record(String flow, String status, String data) {
        record(flow, status, data, Instant.EPOCH.plusMillis(runs.size()));
    }

    /** Records a run that waits for an operator after a technical failure. */
    void recordStopped(String flow, String data) {
        record(flow, "running", data);
        ((ObjectNode) runs.get(runs.size() - 1)).put("open_incidents", 1).putNull("end");
    }

    void record(String flow, String status, String data, Instant end) {
        try {
            ObjectNode run = Json.mapper().createObjectNode();
            run.put("id", Integer.toString(runs.size())).put("flow", flow).put("status", status);
            run.put("end", end.toString());
            run.set("data", Json.parse(data));
            runs.add(run);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was called, in order: method, address, credentials and body. */
    List<String> calls() {
        return calls;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/runs")) {
            reply(exchange, 200, list(exchange.getRequestURI().getQuery()));
        } else if (path.startsWith("/runs/")) {
            JsonNode run = runs.get(Integer.parseInt(path.substring(6)));
            reply(exchange, 200, "{\"data\":" + Json.write(run) + "}");
        } else if (path.equals("/deployments")) {
            calls.add("deploy " + body);
            reply(exchange, deploymentStatus, "{}");
        } else {
            String who = String.valueOf(exchange.getRequestHeaders().getFirst("authorization"));
            String type = String.valueOf(exchange.getRequestHeaders().getFirst("content-type"));
            calls.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + who + " " + type + " " + body);
            onCall.run();
            reply(exchange, 200, answer);
        }
    }

    private String list(String query) {
        ArrayNode data = Json.mapper().createArrayNode();
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (query.contains("flow=" + runs.get(i).path("flow").asText() + "&")) {
                data.add(runs.get(i));
            }
        }
        return "{\"data\":" + Json.write(data) + "}";
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void enter(World world) {
        calls.add("enter " + world.name());
    }

    @Override
    public String token(String user) {
        return "secret of " + user;
    }

    @Override
    public JsonNode items(String collection) {
        return items.getOrDefault(collection, Json.mapper().createArrayNode());
    }

    void holds(String collection, JsonNode rows) {
        items.put(collection, rows);
    }

    @Override
    public void setEnvironment(Map<String, String> values) {
        calls.add("environment " + values);
    }

    @Override
    public void holdTimersDuring(Runnable deployment) {
        calls.add("hold timers");
        deployment.run();
    }

    @Override
    public void fireTimer(String flowId) {
        calls.add("fire " + flowId);
        onCall.run();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
