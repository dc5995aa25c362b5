package org.camundaflows.operations.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camundaflows.operation.Rejection;

/** Which options signing knows, and what they must be. */
final class SignOptions {

    private static final Set<String> TEXTS = Set.of("encoding", "issuer", "subject", "jwtid", "keyid");
    private static final Set<String> SWITCHES =
            Set.of("noTimestamp", "mutatePayload", "allowInsecureKeySizes", "allowInvalidAsymmetricKeyTypes");
    private static final List<String> TIMES = List.of("iat", "exp", "nbf");

    /** Options that need a payload with claims. */
    private static final List<String> FOR_CLAIMS =
            List.of("expiresIn", "notBefore", "noTimestamp", "audience", "issuer", "subject", "jwtid");

    private SignOptions() {}

    /** @throws Rejection naming the first option that is unknown or wrong */
    static void check(JsonNode options) {
        if (!options.isObject()) {
            throw TokenErrors.misuse("Expected \"options\" to be a plain object.");
        }
        for (Map.Entry<String, JsonNode> option : options.properties()) {
            check(option.getKey(), option.getValue());
        }
    }

    /** @throws Rejection if the payload is no object, or its times are no numbers */
    static void checkClaims(JsonNode payload) {
        if (!payload.isObject()) {
            throw TokenErrors.misuse("Expected \"payload\" to be a plain object.");
        }
        for (Map.Entry<String, JsonNode> claim : payload.properties()) {
            if (TIMES.contains(claim.getKey()) && !claim.getValue().isNumber()) {
                throw TokenErrors.misuse("\"" + claim.getKey() + "\" should be a number of seconds");
            }
        }
    }

    /** @throws Rejection if there is an option that a plain value cannot carry */
    static void checkForPlainPayload(JsonNode options, JsonNode payload) {
        List<String> wrong = FOR_CLAIMS.stream().filter(options::has).toList();
        if (!wrong.isEmpty()) {
            throw TokenErrors.misuse(
                    "invalid " + String.join(",", wrong) + " option for " + Script.typeOf(payload) + " payload");
        }
    }

    private static void check(String name, JsonNode value) {
        switch (name) {
            case "expiresIn", "notBefore" ->
                require(
                        isInteger(value)
                                || (value.isTextual() && !value.textValue().isEmpty()),
                        name,
                        "should be a number of seconds or string representing a timespan");
            case "audience" -> require(value.isTextual() || value.isArray(), name, "must be a string or array");
            case "algorithm" ->
                require(
                        value.isTextual() && Algorithm.named(value.textValue()).isPresent(),
                        name,
                        "must be a valid string enum value");
            case "header" -> require(value.isObject(), name, "must be an object");
            default -> checkSimple(name, value);
        }
    }

    private static void checkSimple(String name, JsonNode value) {
        if (TEXTS.contains(name)) {
            require(value.isTextual(), name, "must be a string");
        } else if (SWITCHES.contains(name)) {
            require(value.isBoolean(), name, "must be a boolean");
        } else {
            throw TokenErrors.misuse("\"" + name + "\" is not allowed in \"options\"");
        }
    }

    private static void require(boolean condition, String name, String rule) {
        if (!condition) {
            throw TokenErrors.misuse("\"" + name + "\" " + rule);
        }
    }

    private static boolean isInteger(JsonNode value) {
        return value.isNumber()
                && Double.isFinite(value.doubleValue())
                && value.doubleValue() == Math.rint(value.doubleValue());
    }
}
