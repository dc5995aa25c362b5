package org.camundaflows.operations.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An HTTP server that answers with exactly the bytes it is told, right or wrong, and shows what it received. */
final class RawServer implements AutoCloseable {

    /** A request, its bytes before the body read as Latin-1. */
    record Seen(String method, String target, List<String> headers, String body) {

        List<String> header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .toList();
        }
    }

    @FunctionalInterface
    interface Answer {
        void write(Seen request, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    RawServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** @param path without the query */
    RawServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** Answers 200 with a body of known length. */
    RawServer ok(String path, String contentType, String body) {
        return on(path, "200 OK", List.of("Content-Type: " + contentType), body);
    }

    RawServer on(String path, String status, List<String> headers, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        List<String> lines = new ArrayList<>(headers);
        lines.add("Content-Length: " + bytes.length);
        return on(path, (request, out) -> {
            out.write(("HTTP/1.1 " + status + "\r\n" + String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
            out.write(bytes);
        });
    }

    RawServer redirect(String path, int status, String location) {
        return on(path, status + " Moved", List.of("Location: " + location), "elsewhere");
    }

    List<Seen> seen() {
        return seen;
    }

    Seen last() {
        return seen.get(seen.size() - 1);
    }

    /** Waits until the server is closed, at most that long; tells whether it is still open. */
    boolean isOpenAfter(long milliseconds) {
        try {
            return !closed.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Seen request = read(connection.getInputStream());
            seen.add(request);
            String path = request.target().split("\\?", 2)[0];
            Answer answer = answers.getOrDefault(
                    path,
                    (r, out) -> out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1)));
            answer.write(request, connection.getOutputStream());
        } catch (IOException e) {
            // The client has gone; nothing is left to tell it.
        }
    }

    private static Seen read(InputStream in) throws IOException {
        String[] start = line(in).split(" ", 3);
        List<String> headers = new ArrayList<>();
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
                length = Integer.parseInt(line.substring("content-length: ".length()));
            }
        }
        return new Seen(start[0], start[1], headers, new String(in.readNBytes(length), UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("closed");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }
}
