package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server that flows of a case call: answers as the case says, 404 otherwise, and keeps every request. */
final class StubServer implements AutoCloseable {

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(StubServer::daemon);
    private final Map<String, StubReply> replies = new ConcurrentHashMap<>();
    private final List<StubRequest> requests = new CopyOnWriteArrayList<>();

    private StubServer(ServerSocket listener) {
        this.listener = listener;
    }

    static StubServer start() throws IOException {
        StubServer server = new StubServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        server.threads.execute(server::accept);
        return server;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "stub");
        thread.setDaemon(true);
        return thread;
    }

    /** What {@code $$http} stands for. */
    String baseUrl() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /**
     * Forgets earlier answers and requests.
     *
     * @param entries {@code http} of a case; of two entries for the same request the first one counts
     */
    void answer(JsonNode entries) {
        replies.clear();
        requests.clear();
        for (JsonNode entry : entries) {
            String key = key(entry.path("method").asText(), entry.path("path").asText());
            replies.putIfAbsent(key, StubReply.of(entry.path("reply")));
        }
    }

    List<JsonNode> requests() {
        return requests.stream().map(StubRequest::toJson).toList();
    }

    void forgetRequests() {
        requests.clear();
    }

    private StubReply reply(StubRequest request) {
        requests.add(request);
        StubReply exact = replies.get(key(request.method(), request.path()));
        return exact != null
                ? exact
                : replies.getOrDefault(key(request.method(), request.pathWithoutQuery()), StubReply.NOT_FOUND);
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                threads.execute(() -> new StubConnection(socket, this::reply).serve());
            } catch (IOException e) {
                // Closed, or a client that gave up while connecting.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
