package org.camundaflows.operations.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.security.CompactToken;

/**
 * Signs, verifies or decodes a JSON Web Token (specification: operations, json-web-token). Signing resolves with the
 * token, verifying and decoding with the claims or, asked by {@code complete}, with header, payload and signature.
 */
public final class JsonWebTokenOperation implements Operation {

    private static final OperationType TYPE = new OperationType(
            "json-web-token",
            "JSON Web Token (JWT)",
            "local_police",
            "Signs, verifies or decodes a JSON Web Token.",
            false,
            List.of(
                    Option.of("operation", "Operation", Option.Kind.TEXT, "What to do.")
                            .asRequired()
                            .withChoices("sign", "verify", "decode"),
                    Option.of("payload", "Payload", Option.Kind.JSON, "The claims to sign."),
                    Option.of("token", "Token", Option.Kind.TEXT, "The token to verify or decode."),
                    Option.of(
                            "secret",
                            "Secret",
                            Option.Kind.LONG_TEXT,
                            "A shared secret, or a key in PEM: private to sign, public to verify."),
                    Option.of(
                            "options",
                            "Options",
                            Option.Kind.JSON,
                            "Such as {\"expiresIn\": \"1h\"} to sign, {\"issuer\": \"me\"} to verify.")));

    private final Clock clock;

    /** @param clock the present, for the times in tokens */
    public JsonWebTokenOperation(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        return switch (options.raw("operation").asText("")) {
            case "sign" -> sign(options);
            case "verify" -> verify(options);
            case "decode" -> decode(options);
            default -> throw TokenErrors.misuse("Undefined \"Operation\" for JSON Web Token");
        };
    }

    private Result sign(Options options) {
        require(options, "payload");
        JsonNode secret = require(options, "secret");
        Signing signing = new Signing(options.object("payload"), secret, settings(options), now());
        return Result.resolved(TextNode.valueOf(signing.token()));
    }

    private Result verify(Options options) {
        JsonNode token = require(options, "token");
        JsonNode secret = require(options, "secret");
        return Result.resolved(new Verification(token, secret, settings(options), now()).claims());
    }

    private Result decode(Options options) {
        JsonNode text = require(options, "token");
        JsonNode complete = settings(options).path("complete");
        Optional<CompactToken> token = text.isTextual() ? CompactToken.parse(text.textValue()) : Optional.empty();
        boolean whole = complete.isBoolean() && complete.booleanValue();
        return Result.resolved(token.<JsonNode>map(found -> whole ? found.complete() : found.payload())
                .orElse(NullNode.getInstance()));
    }

    private static JsonNode require(Options options, String name) {
        JsonNode value = options.raw(name);
        if (!Script.isTruthy(value)) {
            throw TokenErrors.misuse("Undefined JSON Web Token " + name);
        }
        return value;
    }

    private static JsonNode settings(Options options) {
        JsonNode given = options.raw("options");
        JsonNode settings = Script.isTruthy(given) ? Options.object(given) : NullNode.getInstance();
        return Script.isTruthy(settings) ? settings : JsonNodeFactory.instance.objectNode();
    }

    private long now() {
        return Math.floorDiv(clock.millis(), 1000L);
    }
}
