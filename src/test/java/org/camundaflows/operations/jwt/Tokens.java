package org.camundaflows.operations.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;

/** Runs the step as the engine does, at the moment 1700000000. */
final class Tokens {

    static final long NOW = 1_700_000_000;

    private static final JsonWebTokenOperation OPERATION =
            new JsonWebTokenOperation(Clock.fixed(Instant.ofEpochMilli(NOW * 1000 + 345), ZoneOffset.UTC));

    private Tokens() {}

    /** @param options a secret that starts with {@code @} names a key file */
    static Result run(JsonNode options) {
        ObjectNode complete = options.deepCopy();
        if (options.path("secret").asText("").startsWith("@")) {
            complete.put("secret", resource(options.get("secret").textValue().substring(1)));
        }
        try {
            return OPERATION.run(new Options(complete), null);
        } catch (Rejection e) {
            return Result.rejected(e.value());
        }
    }

    /** @param options JSON, with single quotes for double ones */
    static Result run(String options) {
        return run(json(options));
    }

    static JsonNode recorded() {
        return parse(resource("recorded.json"));
    }

    static JsonNode json(String text) {
        return parse(text.replace('\'', '"'));
    }

    private static JsonNode parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static String resource(String name) {
        try (InputStream in = Tokens.class.getResourceAsStream("/jwt/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode value(Result result) {
        if (result instanceof Result.Resolved resolved) {
            return resolved.value();
        }
        throw new AssertionError("Not resolved: " + result);
    }

    static ErrorValue error(Result result) {
        if (result instanceof Result.Rejected rejected && rejected.value() instanceof POJONode node) {
            return (ErrorValue) node.getPojo();
        }
        throw new AssertionError("Not rejected with an error: " + result);
    }
}
