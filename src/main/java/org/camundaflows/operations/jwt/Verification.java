package org.camundaflows.operations.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.camundaflows.operation.Rejection;
import org.camundaflows.security.CompactToken;

/**
 * Checks a token's signature and claims (specification: operations, json-web-token).
 *
 * @param now the present in seconds, unless the options say otherwise
 */
record Verification(JsonNode token, JsonNode secret, JsonNode options, long now) {

    /** Headers that change how a token is to be read; who does not know them must refuse (RFC 7515, RFC 7797). */
    private static final List<String> REFUSED_HEADERS = List.of("crit", "b64", "zip");

    private static final int PARTS = 3;

    /** @throws Rejection if the token must not be trusted */
    JsonNode claims() {
        checkOptions();
        CompactToken parsed = parse();
        if (parsed.signature().isEmpty()) {
            throw TokenErrors.invalid("jwt signature is required");
        }
        checkSignature(parsed);
        JsonNode time = options.path("clockTimestamp");
        double present = Script.isTruthy(time) ? time.doubleValue() : now;
        new ClaimChecks(parsed.payload(), options, present).run();
        JsonNode complete = options.path("complete");
        return complete.isBoolean() && complete.booleanValue() ? parsed.complete() : parsed.payload();
    }

    private void checkOptions() {
        JsonNode time = options.path("clockTimestamp");
        if (Script.isTruthy(time) && !time.isNumber()) {
            throw TokenErrors.invalid("clockTimestamp must be a number");
        }
        JsonNode nonce = options.path("nonce");
        if (!nonce.isMissingNode() && (!nonce.isTextual() || nonce.textValue().isBlank())) {
            throw TokenErrors.invalid("nonce must be a non-empty string");
        }
        JsonNode lax = options.path("allowInvalidAsymmetricKeyTypes");
        if (!lax.isMissingNode() && !lax.isBoolean()) {
            throw TokenErrors.invalid("allowInvalidAsymmetricKeyTypes must be a boolean");
        }
    }

    private CompactToken parse() {
        if (!token.isTextual()) {
            throw TokenErrors.invalid("jwt must be a string");
        }
        if (token.textValue().split("\\.", PARTS + 1).length != PARTS) {
            throw TokenErrors.invalid("jwt malformed");
        }
        return CompactToken.parse(token.textValue())
                .filter(parsed -> REFUSED_HEADERS.stream().noneMatch(parsed.header()::has))
                .filter(parsed -> !parsed.payload().isNull())
                .orElseThrow(() -> TokenErrors.invalid("invalid token"));
    }

    /** The key decides which algorithms are possible, the author may narrow them; the token only says which it is. */
    private void checkSignature(CompactToken parsed) {
        TokenKey key = TokenKey.forVerifying(secret);
        Algorithm algorithm = Algorithm.named(parsed.header().path("alg").asText(""))
                .filter(named -> isAccepted(named, key))
                .orElseThrow(() -> TokenErrors.invalid("invalid algorithm"));
        if (algorithm.isSymmetric() && !key.isSecret()) {
            throw TokenErrors.invalid("secretOrPublicKey must be a symmetric key when using " + algorithm.id());
        }
        if (algorithm.isAsymmetric() && key.isSecret()) {
            throw TokenErrors.invalid("secretOrPublicKey must be an asymmetric key when using " + algorithm.id());
        }
        key.requireFitFor(algorithm);
        if (!isSignedBy(key, algorithm, parsed)) {
            throw TokenErrors.invalid("invalid signature");
        }
    }

    private boolean isAccepted(Algorithm algorithm, TokenKey key) {
        JsonNode accepted = options.path("algorithms");
        if (!Script.isTruthy(accepted)) {
            return key.usualAlgorithms().contains(algorithm);
        }
        if (accepted.isTextual()) {
            return accepted.textValue().contains(algorithm.id());
        }
        for (JsonNode name : accepted) {
            if (name.isTextual() && name.textValue().equals(algorithm.id())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignedBy(TokenKey key, Algorithm algorithm, CompactToken parsed) {
        try {
            byte[] message = parsed.signed().getBytes(StandardCharsets.US_ASCII);
            byte[] signature = Base64.getUrlDecoder().decode(parsed.signature());
            // Texts that decode to the same bytes are different tokens all the same.
            return CompactToken.encode(signature).equals(parsed.signature())
                    && algorithm.verify(key.key(), message, signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
