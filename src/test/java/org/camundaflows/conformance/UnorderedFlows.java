package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds the flows of a case whose runs finish in no fixed order: called side by side, or raised by events. */
final class UnorderedFlows {

    private final Map<String, JsonNode> flows = new HashMap<>();
    private final Set<String> unordered = new HashSet<>();

    private UnorderedFlows(JsonNode flows) {
        flows.forEach(flow -> this.flows.put(flow.path("id").asText(), flow));
    }

    /** Ids of those flows, and of the flows they call. */
    static Set<String> of(JsonNode flows) {
        UnorderedFlows search = new UnorderedFlows(flows);
        search.flows.values().forEach(search::inspect);
        return search.unordered;
    }

    private void inspect(JsonNode flow) {
        if (flow.path("trigger").asText().equals("event")
                && flow.path("options").path("type").asText().equals("action")) {
            add(flow.path("id").asText());
        }
        for (JsonNode operation : flow.path("operations")) {
            if (!operation.path("options").path("iterationMode").asText().equals("serial")) {
                targets(operation).forEach(this::add);
            }
        }
    }

    private void add(String flow) {
        if (unordered.add(flow) && flows.containsKey(flow)) {
            flows.get(flow).path("operations").forEach(operation -> targets(operation)
                    .forEach(this::add));
        }
    }

    private Set<String> targets(JsonNode operation) {
        if (!operation.path("type").asText().equals("trigger")) {
            return Set.of();
        }
        String target = operation.path("options").path("flow").asText();
        return target.contains("{{") ? flows.keySet() : Set.of(target);
    }
}
