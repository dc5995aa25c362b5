package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The variables as far as the caller's accountability tells them, without a look into the database: dotted forms are
 * null.
 *
 * @param accountability an object, or NullNode without a caller
 */
public record CallerVariables(JsonNode accountability, Clock clock, ZoneId zone) implements DynamicVariables {

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public JsonNode current(String name) {
        return switch (name) {
            case "$CURRENT_USER" -> member("user");
            case "$CURRENT_ROLE" -> member("role");
            case "$CURRENT_ROLES" -> member("roles");
            case "$CURRENT_POLICIES" -> member("policies");
            default -> NullNode.getInstance();
        };
    }

    private JsonNode member(String name) {
        JsonNode value = accountability.path(name);
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }
}
