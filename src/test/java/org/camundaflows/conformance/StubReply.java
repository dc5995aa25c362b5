package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camundaflows.json.Json;

/**
 * An answer of the stub: exactly the status, headers and body of a case, plus the length the protocol needs.
 *
 * @param headers complete lines in the order of the case
 */
record StubReply(int status, List<String> headers, byte[] body) {

    static final StubReply NOT_FOUND = new StubReply(404, List.of(), new byte[0]);

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(202, "Accepted"),
            Map.entry(203, "Non-Authoritative Information"),
            Map.entry(204, "No Content"),
            Map.entry(205, "Reset Content"),
            Map.entry(206, "Partial Content"),
            Map.entry(207, "Multi-Status"),
            Map.entry(300, "Multiple Choices"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(303, "See Other"),
            Map.entry(304, "Not Modified"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(308, "Permanent Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(402, "Payment Required"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(411, "Length Required"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Payload Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(418, "I'm a Teapot"),
            Map.entry(422, "Unprocessable Entity"),
            Map.entry(423, "Locked"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    /** @param reply member {@code reply} of an entry of a case */
    static StubReply of(JsonNode reply) {
        List<String> lines = new ArrayList<>();
        reply.path("headers").properties().forEach(header -> addLines(header.getKey(), header.getValue(), lines));
        return new StubReply(reply.path("status").asInt(200), lines, bytes(reply.path("body")));
    }

    private static void addLines(String name, JsonNode value, List<String> lines) {
        if (value.isArray()) {
            value.forEach(one -> lines.add(name + ": " + one.asText()));
        } else {
            lines.add(name + ": " + value.asText());
        }
    }

    private static byte[] bytes(JsonNode body) {
        if (body.isMissingNode()) {
            return new byte[0];
        }
        return (body.isTextual() ? body.textValue() : Json.write(body)).getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes of the head, up to and with the empty line. */
    byte[] head() {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "") + "\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (mayHaveBody() && headers.stream().noneMatch(StubReply::tellsLength)) {
            head.append("content-length: ").append(body.length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean mayHaveBody() {
        return status >= 200 && status != 204 && status != 304;
    }

    private static boolean tellsLength(String header) {
        return header.regionMatches(true, 0, "content-length:", 0, 15);
    }
}
