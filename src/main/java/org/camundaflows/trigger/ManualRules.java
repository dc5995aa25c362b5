package org.camundaflows.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camundaflows.engine.FlowLog;
import org.camundaflows.flow.Flow;
import org.camundaflows.json.Json;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.access.RightsSource;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;

/**
 * Who may fire a manual flow, and for which items (specification: triggers, section 6). The caller learns only that they
 * may not; the reason is logged.
 */
public final class ManualRules {

    private final Items items;
    private final RightsSource rights;

    public ManualRules(Items items, RightsSource rights) {
        this.items = items;
        this.rights = rights;
    }

    /** @throws Refusal {@code FORBIDDEN} for the first rule that is broken */
    void check(Flow flow, JsonNode body, JsonNode caller) {
        problem(flow.options(), body, Accountability.of(caller)).ifPresent(problem -> {
            FlowLog.INSTANCE.warn(problem);
            throw Refusal.forbidden();
        });
    }

    private Optional<String> problem(ObjectNode options, JsonNode body, Optional<Accountability> caller) {
        return selection(options, body).or(() -> access(body, caller));
    }

    private static Optional<String> selection(ObjectNode options, JsonNode body) {
        String collection = body.path("collection").asText("");
        if (collection.isEmpty()) {
            return Optional.of("Manual trigger requires \"collection\" to be specified in the payload");
        }
        List<String> collections = EventScope.list(options.path("collections"));
        if (collections.isEmpty()) {
            return Optional.of("There is no collections configured for this manual trigger");
        }
        if (!collections.contains(collection)) {
            return Optional.of("Specified collection must be one of: " + String.join(", ", collections) + ".");
        }
        boolean required = options.path("requireSelection").asBoolean(true);
        if (required && !body.path("keys").isArray()) {
            return Optional.of("Manual trigger requires \"keys\" to be specified in the payload");
        }
        if (required && body.path("keys").isEmpty()) {
            return Optional.of("Manual trigger requires at least one key to be specified in the payload");
        }
        return Optional.empty();
    }

    private Optional<String> access(JsonNode body, Optional<Accountability> caller) {
        if (caller.filter(known -> known.user() != null || known.role() != null).isEmpty()) {
            return Optional.of("Manual flows are only triggerable when authenticated");
        }
        Accountability accountability = caller.get();
        if (accountability.admin()) {
            return Optional.empty();
        }
        String collection = body.path("collection").asText();
        Rights own = rights.of(accountability);
        if (own.permissions(collection, Action.READ).isEmpty()) {
            return Optional.of("Triggering " + collection + " is not allowed");
        }
        List<JsonNode> keys = new ArrayList<>();
        body.path("keys").forEach(keys::add);
        return keys.isEmpty() || allReadable(collection, keys, accountability)
                ? Optional.empty()
                : Optional.of("Triggering keys "
                        + String.join(",", keys.stream().map(Json::display).toList()) + " is not allowed");
    }

    private boolean allReadable(String collection, List<JsonNode> keys, Accountability accountability) {
        try {
            Set<String> readable = new HashSet<>();
            items.keys(collection, keys, new Session(accountability, false))
                    .forEach(key -> readable.add(Json.display(key)));
            return keys.stream().map(Json::display).allMatch(readable::contains);
        } catch (ItemException e) {
            return false;
        }
    }
}
