package org.camundaflows.operations.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Rejection;
import org.camundaflows.security.CompactToken;

/**
 * Makes a token (specification: operations, json-web-token).
 *
 * @param now the present, in seconds
 */
record Signing(JsonNode payload, JsonNode secret, JsonNode options, long now) {

    private static final int MIN_RSA_BITS = 2048;

    /** Option and claim, in the order in which they are added. */
    private static final List<Map.Entry<String, String>> CLAIMS = List.of(
            Map.entry("audience", "aud"),
            Map.entry("issuer", "iss"),
            Map.entry("subject", "sub"),
            Map.entry("jwtid", "jti"));

    /** @throws Rejection if payload, key and options do not make a token */
    String token() {
        ObjectNode header = header();
        TokenKey key = TokenKey.forSigning(secret);
        Algorithm algorithm = algorithm(header, key);
        JsonNode content = payload.isTextual() || payload.isNumber() || payload.isBoolean() ? plain() : claims();
        SignOptions.check(options);
        key.requireFitFor(algorithm);
        if (content instanceof ObjectNode claims) {
            fill(claims);
        }
        String signed = encode(Json.write(header)) + "." + encode(Json.display(content));
        return signed + "." + signature(algorithm, key, signed);
    }

    private ObjectNode header() {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        JsonNode algorithm = options.path("algorithm");
        header.set("alg", Script.isTruthy(algorithm) ? algorithm : header.textNode("HS256"));
        if (payload.isContainerNode()) {
            header.put("typ", "JWT");
        }
        if (options.has("keyid")) {
            header.set("kid", options.get("keyid"));
        }
        options.path("header").properties().forEach(member -> header.set(member.getKey(), member.getValue()));
        return header;
    }

    private Algorithm algorithm(ObjectNode header, TokenKey key) {
        String name = Json.display(header.path("alg"));
        Algorithm algorithm = Algorithm.named(name).orElse(null);
        if (algorithm == null) {
            SignOptions.check(options);
            throw TokenErrors.badAlgorithm(name);
        }
        if (algorithm.isSymmetric() && !key.isSecret()) {
            throw TokenErrors.misuse("secretOrPrivateKey must be a symmetric key when using " + name);
        }
        if (algorithm.isAsymmetric() && !key.isPrivate()) {
            throw TokenErrors.misuse("secretOrPrivateKey must be an asymmetric key when using " + name);
        }
        boolean small = key.modulusLength() < MIN_RSA_BITS && !algorithm.isElliptic();
        if (algorithm.isAsymmetric() && small && !Script.isTruthy(options.path("allowInsecureKeySizes"))) {
            throw TokenErrors.misuse("secretOrPrivateKey has a minimum key size of 2048 bits for " + name);
        }
        return algorithm;
    }

    private JsonNode plain() {
        SignOptions.checkForPlainPayload(options, payload);
        return payload;
    }

    private ObjectNode claims() {
        SignOptions.checkClaims(payload);
        refuseTwice("expiresIn", "exp");
        refuseTwice("notBefore", "nbf");
        return payload.deepCopy();
    }

    private void refuseTwice(String option, String claim) {
        if (payload.has(claim) && options.has(option)) {
            throw TokenErrors.misuse(
                    "Bad \"options." + option + "\" option the payload already has an \"" + claim + "\" property.");
        }
    }

    private void fill(ObjectNode claims) {
        JsonNode given = claims.path("iat");
        JsonNode issued = Script.isTruthy(given) ? given : LongNode.valueOf(now);
        if (Script.isTruthy(options.path("noTimestamp"))) {
            claims.remove("iat");
        } else {
            claims.set("iat", issued);
        }
        addTime(claims, "notBefore", "nbf", issued.doubleValue());
        addTime(claims, "expiresIn", "exp", issued.doubleValue());
        CLAIMS.forEach(pair -> add(claims, pair.getKey(), pair.getValue()));
    }

    private void addTime(ObjectNode claims, String option, String claim, double issued) {
        if (options.has(option)) {
            double moment = Timespan.after(issued, options.get(option))
                    .orElseThrow(() -> TokenErrors.misuse("\"" + option + "\" should be a number of seconds or string"
                            + " representing a timespan eg: \"1d\", \"20h\", 60"));
            claims.set(claim, DoubleNode.valueOf(moment));
        }
    }

    private void add(ObjectNode claims, String option, String claim) {
        if (!options.has(option)) {
            return;
        }
        if (claims.has(claim)) {
            throw TokenErrors.misuse(
                    "Bad \"options." + option + "\" option. The payload already has an \"" + claim + "\" property.");
        }
        claims.set(claim, options.get(option));
    }

    private static String signature(Algorithm algorithm, TokenKey key, String signed) {
        try {
            return CompactToken.encode(algorithm.sign(key.key(), signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw TokenErrors.misuse("The key cannot sign with " + algorithm.id());
        }
    }

    private static String encode(String text) {
        return CompactToken.encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
