package org.camundaflows.conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One connection of the stub: plain HTTP/1.1, kept open until the client leaves. */
final class StubConnection {

    private final Socket socket;
    private final Function<StubRequest, StubReply> answer;

    StubConnection(Socket socket, Function<StubRequest, StubReply> answer) {
        this.socket = socket;
        this.answer = answer;
    }

    void serve() {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            StubRequest request = read(in, out);
            while (request != null) {
                write(answer.apply(request), request, out);
                boolean last = "close".equalsIgnoreCase(request.headers().get("connection"));
                request = last ? null : read(in, out);
            }
        } catch (IOException e) {
            // The client has gone; what it sent in full is recorded.
        }
    }

    private static void write(StubReply reply, StubRequest request, OutputStream out) throws IOException {
        out.write(reply.head());
        if (reply.mayHaveBody() && !request.method().equals("HEAD")) {
            out.write(reply.body());
        }
        out.flush();
    }

    private static @Nullable StubRequest read(InputStream in, OutputStream out) throws IOException {
        String start = line(in);
        if (start.isEmpty()) {
            return null;
        }
        String[] parts = start.split(" ", 3);
        Map<String, String> headers = headers(in);
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return new StubRequest(parts[0], parts[1], headers, new String(body(in, headers), StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, line.substring(colon + 1).strip(), (first, next) -> first + ", " + next);
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        headers(in);
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
