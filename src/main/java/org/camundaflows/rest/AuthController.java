package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.camundaflows.security.Caller;
import org.camundaflows.store.access.account.IssuedTokens;
import org.camundaflows.store.access.account.SignIn;
import org.camundaflows.trigger.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in, staying signed in and signing out (specification: access, section 6). */
@RestController
public final class AuthController {

    private static final String REFRESH_COOKIE = "directus_refresh_token";

    private final SignIn signIn;
    private final RequestReader reader;
    private final boolean secureCookies;

    /**
     * @param bodyLimit largest body that is read
     * @param secureCookies whether cookies are for encrypted connections only
     */
    public AuthController(SignIn signIn, DataSize bodyLimit, boolean secureCookies) {
        this.signIn = signIn;
        this.reader = new RequestReader(bodyLimit.toBytes());
        this.secureCookies = secureCookies;
    }

    @PostMapping("/auth/login")
    public ResponseEntity<String> login(HttpServletRequest request) throws IOException {
        JsonNode body = reader.body(request);
        TokenMode mode = TokenMode.of(body).orElse(TokenMode.JSON);
        ObjectNode credentials = Credentials.checked(body);
        return answer(signIn.login(credentials, mode == TokenMode.SESSION, caller(request)), mode);
    }

    @PostMapping("/auth/refresh")
    public ResponseEntity<String> refresh(HttpServletRequest request) throws IOException {
        JsonNode body = reader.body(request);
        TokenMode mode = TokenMode.forRefresh(body);
        String token = refreshToken(request, body, mode);
        return answer(signIn.refresh(token, mode == TokenMode.SESSION, caller(request)), mode);
    }

    @PostMapping("/auth/logout")
    public ResponseEntity<String> logout(HttpServletRequest request) throws IOException {
        JsonNode body = reader.body(request);
        TokenMode mode = TokenMode.forRefresh(body);
        signIn.logout(refreshToken(request, body, mode));
        HttpHeaders headers = new HttpHeaders();
        if (mode != TokenMode.JSON) {
            headers.add(HttpHeaders.SET_COOKIE, cookie(cookieName(mode), "", Duration.ZERO));
        }
        return ResponseEntity.noContent().headers(headers).build();
    }

    private String refreshToken(HttpServletRequest request, JsonNode body, TokenMode mode) {
        Optional<String> token =
                switch (mode) {
                    case JSON -> Optional.ofNullable(body.path("refresh_token").textValue());
                    case COOKIE -> RequestReader.cookie(request, REFRESH_COOKIE);
                    case SESSION ->
                        RequestReader.cookie(request, Caller.SESSION_COOKIE).flatMap(signIn::session);
                };
        return token.filter(text -> !text.isEmpty())
                .orElseThrow(
                        () -> Refusal.invalidPayload("The refresh token is required in either the payload or cookie"));
    }

    private ResponseEntity<String> answer(IssuedTokens tokens, TokenMode mode) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("expires", tokens.lifetime().toMillis());
        HttpHeaders headers = new HttpHeaders();
        switch (mode) {
            case JSON -> data.put("refresh_token", tokens.refreshToken()).put("access_token", tokens.accessToken());
            case COOKIE -> {
                data.put("access_token", tokens.accessToken());
                headers.add(
                        HttpHeaders.SET_COOKIE,
                        cookie(REFRESH_COOKIE, tokens.refreshToken(), tokens.refreshLifetime()));
            }
            case SESSION ->
                headers.add(
                        HttpHeaders.SET_COOKIE, cookie(Caller.SESSION_COOKIE, tokens.accessToken(), tokens.lifetime()));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        ResponseEntity<String> plain = JsonAnswer.of(200, body);
        headers.addAll(plain.getHeaders());
        return ResponseEntity.ok().headers(headers).body(plain.getBody());
    }

    private static String cookieName(TokenMode mode) {
        return mode == TokenMode.SESSION ? Caller.SESSION_COOKIE : REFRESH_COOKIE;
    }

    private String cookie(String name, String value, Duration lifetime) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secureCookies)
                .sameSite("Lax")
                .path("/")
                .maxAge(lifetime)
                .build()
                .toString();
    }

    private static Caller caller(HttpServletRequest request) {
        return RequestReader.caller(request, JsonNodeFactory.instance.objectNode());
    }
}
