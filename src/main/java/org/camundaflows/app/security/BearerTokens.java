package org.camundaflows.app.security;

import jakarta.servlet.http.HttpServletRequest;
import org.camundaflows.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Reads {@code Authorization: Bearer …}. */
final class BearerTokens implements AuthenticationConverter {

    @Override
    @SuppressWarnings("NullAway") // null says that there is no token; the interface carries no annotations
    public @Nullable Authentication convert(HttpServletRequest request) {
        return Caller.bearerToken(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(token -> new PreAuthenticatedAuthenticationToken(caller(request), token))
                .orElse(null);
    }

    private static Caller caller(HttpServletRequest request) {
        return new Caller(request.getHeader(HttpHeaders.AUTHORIZATION), null, request.getRemoteAddr(), null, null);
    }
}
