package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.camundaflows.trigger.Refusal;

/** Where tokens travel. */
enum TokenMode {
    /** All in bodies. */
    JSON,
    /** The refresh token in a cookie. */
    COOKIE,
    /** The access token in a cookie, which lasts as long as the session. */
    SESSION;

    /** @throws Refusal if the body names another mode */
    static Optional<TokenMode> of(JsonNode body) {
        JsonNode mode = body.path("mode");
        if (mode.isMissingNode()) {
            return Optional.empty();
        }
        for (TokenMode known : values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(mode.textValue())) {
                return Optional.of(known);
            }
        }
        throw Refusal.invalidPayload("\"mode\" must be one of [cookie, json, session]");
    }

    /** Without a mode, a token in the body says that bodies are meant. */
    static TokenMode forRefresh(JsonNode body) {
        return of(body).orElse(body.has("refresh_token") ? JSON : COOKIE);
    }
}
