package org.camundaflows.store.access.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.camundaflows.json.Json;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.CompactToken;
import org.camundaflows.security.HmacSecret;

/** The signed tokens that signing in gives: JSON Web Tokens of this server, HS256 (specification: access, section 6). */
public final class AccessTokens {

    private static final String ISSUER = "directus";
    private static final String ALGORITHM = "HS256";
    private static final List<String> REQUIRED = List.of("role", "app_access", "admin_access");

    private final HmacSecret secret;
    private final Clock clock;

    public AccessTokens(HmacSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** @param claims what is said of the user; issuer and times are added */
    String issue(ObjectNode claims, Duration lifetime) {
        ObjectNode header =
                JsonNodeFactory.instance.objectNode().put("alg", ALGORITHM).put("typ", "JWT");
        long now = clock.instant().getEpochSecond();
        ObjectNode all = claims.deepCopy();
        all.put("iat", now).put("exp", now + lifetime.toSeconds()).put("iss", ISSUER);
        String signed = part(header) + "." + part(all);
        return signed + "." + CompactToken.encode(secret.sign(signed));
    }

    private static String part(JsonNode json) {
        return CompactToken.encode(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    /** A token that says it is one of this server; others are static tokens. */
    static Optional<CompactToken> parse(String token) {
        return CompactToken.parse(token)
                .filter(parsed -> parsed.payload().path("iss").asText().equals(ISSUER));
    }

    /**
     * What the token says of its user.
     *
     * @throws AccessException {@link AccessError#INVALID_TOKEN} if this server has not made it, {@link
     *     AccessError#TOKEN_EXPIRED} if its time is over
     */
    JsonNode verify(CompactToken token) {
        JsonNode claims = token.payload();
        if (!token.header().path("alg").asText().equals(ALGORITHM)
                || !isSigned(token)
                || !REQUIRED.stream().allMatch(claims::has)
                || !claims.path("exp").isNumber()) {
            throw new AccessException(AccessError.INVALID_TOKEN);
        }
        if (clock.instant().getEpochSecond() >= claims.path("exp").longValue()) {
            throw new AccessException(AccessError.TOKEN_EXPIRED);
        }
        return claims;
    }

    private boolean isSigned(CompactToken token) {
        try {
            return secret.hasSigned(token.signed(), Base64.getUrlDecoder().decode(token.signature()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
