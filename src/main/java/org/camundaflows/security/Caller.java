package org.camundaflows.security;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about who sends it; null for what it does not say.
 *
 * @param authorization the header of that name, whole
 * @param accessToken the query parameter {@code access_token}
 * @param sessionToken the cookie {@link #SESSION_COOKIE}
 * @param ip address the request comes from
 */
public record Caller(
        @Nullable String authorization,
        @Nullable String accessToken,
        @Nullable String sessionToken,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String origin) {

    /** Name of the cookie that signing in with a session sets. */
    public static final String SESSION_COOKIE = "directus_session_token";

    /** A caller without a session. */
    public Caller(
            @Nullable String authorization,
            @Nullable String accessToken,
            @Nullable String ip,
            @Nullable String userAgent,
            @Nullable String origin) {
        this(authorization, accessToken, null, ip, userAgent, origin);
    }

    /**
     * The token of the header, else that of the query, else that of the session. Headers with another scheme count as
     * none.
     *
     * @throws AccessException {@link AccessError#INVALID_PAYLOAD} for tokens in header and query
     */
    public Optional<String> token() {
        Optional<String> header = bearerToken(authorization);
        Optional<String> query = present(accessToken);
        if (header.isPresent() && query.isPresent()) {
            throw new AccessException(AccessError.INVALID_PAYLOAD);
        }
        return header.or(() -> query).or(() -> present(sessionToken));
    }

    private static Optional<String> present(@Nullable String token) {
        return Optional.ofNullable(token).filter(text -> !text.isEmpty());
    }

    public static Optional<String> bearerToken(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        String[] parts = authorization.split(" ", -1);
        boolean bearer = parts.length == 2 && parts[0].toLowerCase(Locale.ROOT).equals("bearer");
        return bearer && !parts[1].isEmpty() ? Optional.of(parts[1]) : Optional.empty();
    }
}
