package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A starting state: data model, rows, access rules, users. */
record World(JsonNode json) {

    String name() {
        return json.path("world").asText();
    }

    /** Token of the user whose address begins so; empty for users it does not have. */
    Optional<String> token(String localPart) {
        for (JsonNode user : json.path("users")) {
            if (user.path("email").asText().startsWith(localPart + "@")) {
                return Optional.of(user.path("token").asText());
            }
        }
        return Optional.empty();
    }
}
