package org.camundaflows.kill;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The world outside: counts what arrives, by path, and answers when the test allows it. An effect has happened when it has
 * arrived, whatever becomes of the answer.
 */
public final class EffectStub implements AutoCloseable {

    private static final Duration LATE = Duration.ofSeconds(60);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(EffectStub::daemon);
    private final Map<String, Integer> arrivals = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Runnable pause;

    private EffectStub(HttpServer server, Runnable pause) {
        this.server = server;
        this.pause = pause;
    }

    /** @param pause before each answer */
    public static EffectStub start(Runnable pause) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 100);
        EffectStub stub = new EffectStub(server, pause);
        server.setExecutor(stub.threads);
        server.createContext("/", stub::answer);
        server.start();
        return stub;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "effects");
        thread.setDaemon(true);
        return thread;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Requests for the path are counted and get no answer until {@link #release}. */
    public void hold(String path) {
        held.put(path, new CountDownLatch(1));
    }

    public void release(String path) {
        held.remove(path).countDown();
    }

    public int arrivals(String path) {
        return arrivals.getOrDefault(path, 0);
    }

    Map<String, Integer> arrivals() {
        return Map.copyOf(arrivals);
    }

    public void awaitArrivals(String path, int count) {
        await(path).atMost(LATE).until(() -> arrivals(path) >= count);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            arrivals.merge(path, 1, Integer::sum);
            CountDownLatch latch = held.get(path);
            if (latch != null) {
                latch.await();
            }
            pause.run();
            byte[] body = "{\"done\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(path.contains("/fail") ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
