package org.camundaflows.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who acts (specification: access, section 2). Where a nullable accountability is asked for, null is the system itself:
 * no checks, no validation rules, no presets, no tracking.
 *
 * @param roles ids of the roles that count, ancestors first, the own role last
 * @param admin whether everything is allowed
 */
public record Accountability(
        @Nullable String role,
        @Nullable String user,
        List<String> roles,
        boolean admin,
        boolean app,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String origin) {

    public Accountability {
        roles = List.copyOf(roles);
    }

    /** A caller without credentials. */
    public static Accountability anyone(@Nullable String ip) {
        return new Accountability(null, null, List.of(), false, false, ip, null, null);
    }

    /** All rights without being anybody: {@code $full}. */
    public static Accountability full() {
        return new Accountability(null, null, List.of(), true, true, null, null, null);
    }

    /** What {@code $accountability} says; empty for null. Members it lacks count as null, false or empty. */
    public static Optional<Accountability> of(JsonNode accountability) {
        if (!accountability.isObject()) {
            return Optional.empty();
        }
        List<String> roles = new ArrayList<>();
        accountability.path("roles").forEach(role -> roles.add(role.asText()));
        return Optional.of(new Accountability(
                text(accountability, "role"),
                text(accountability, "user"),
                roles,
                accountability.path("admin").asBoolean(),
                accountability.path("app").asBoolean(),
                text(accountability, "ip"),
                text(accountability, "userAgent"),
                text(accountability, "origin")));
    }

    private static @Nullable String text(JsonNode object, String member) {
        return object.path(member).textValue();
    }

    /** As {@code $accountability} shows it: {@code userAgent} and {@code origin} only when they were sent. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("role", role).put("user", user);
        roles.forEach(json.putArray("roles")::add);
        json.put("admin", admin).put("app", app).put("ip", ip);
        if (userAgent != null) {
            json.put("userAgent", userAgent);
        }
        if (origin != null) {
            json.put("origin", origin);
        }
        return json;
    }
}
