package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camundaflows.filter.CallerVariables;
import org.camundaflows.filter.DynamicVariables;
import org.camundaflows.filter.Filter;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.Permission;
import org.camundaflows.store.access.Rights;

/** The rights that a world gives to one of its users. */
record WorldRights(JsonNode world, Set<String> policies, DynamicVariables variables) implements Rights {

    /** @param user the local part of the email, or null for the public */
    static WorldRights of(World world, String user) {
        String role = null;
        ObjectNode accountability = JsonNodeFactory.instance.objectNode();
        for (JsonNode known : world.json().path("users")) {
            if (known.path("email").asText().startsWith(user + "@")) {
                role = known.path("role").asText();
                accountability.put("user", known.path("id").asText()).put("role", role);
            }
        }
        Set<String> policies = new HashSet<>();
        for (JsonNode access : world.json().path("access")) {
            if (access.path("user").isNull()
                    && Objects.equals(access.path("role").asText(null), role)) {
                policies.add(access.path("policy").asText());
            }
        }
        return new WorldRights(
                world.json(), policies, new CallerVariables(accountability, Clock.systemUTC(), ZoneOffset.UTC));
    }

    @Override
    public boolean unrestricted() {
        for (JsonNode policy : world.path("policies")) {
            if (policies.contains(policy.path("id").asText())
                    && policy.path("admin_access").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Permission> permissions(String collection, Action action) {
        List<Permission> granted = new ArrayList<>();
        for (JsonNode row : world.path("permissions")) {
            if (row.path("collection").asText().equals(collection)
                    && row.path("action").asText().equals(action.id())
                    && policies.contains(row.path("policy").asText())) {
                Set<String> fields = new HashSet<>();
                row.path("fields").forEach(field -> fields.add(field.asText()));
                granted.add(new Permission(
                        Filter.parse(row.path("permissions"), variables, Filter.Use.RULES),
                        fields,
                        new Filter.Empty(),
                        JsonNodeFactory.instance.objectNode()));
            }
        }
        return granted;
    }
}
