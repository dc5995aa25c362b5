package org.camundaflows.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camundaflows.json.Json;

/** One recorded case: what is installed, what fires, and what is expected. */
record Case(JsonNode json) {

    /** One call and what is expected of it; {@code expect} has only the members that are compared. */
    record Step(JsonNode fire, JsonNode expect) {}

    String id() {
        return json.path("id").asText();
    }

    String area() {
        return id().substring(0, Math.max(0, id().indexOf('/')));
    }

    String world() {
        return json.path("world").asText();
    }

    JsonNode http() {
        return json.path("http");
    }

    JsonNode flows() {
        return json.path("flows");
    }

    /** Values of allowed environment variables, as the environment holds them. */
    Map<String, String> env() {
        Map<String, String> values = new LinkedHashMap<>();
        json.path("env").properties().forEach(entry -> values.put(entry.getKey(), Json.display(entry.getValue())));
        return values;
    }

    /** The calls in order; a case without {@code steps} is one call. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        (json.has("steps")
                        ? json.path("steps")
                        : Json.mapper().createArrayNode().add(json))
                .forEach(step -> steps.add(new Step(step.path("fire"), step.path("expect"))));
        return steps;
    }

    /** Ids of the installed flows. */
    Set<String> flowIds() {
        Set<String> ids = new LinkedHashSet<>();
        flows().forEach(flow -> ids.add(flow.path("id").asText()));
        return ids;
    }

    /** The flow a schedule call fires: the one it names, or the first. */
    String scheduledFlow(Step step) {
        return step.fire().path("flow").asText(flows().path(0).path("id").asText());
    }

    boolean hasSchedule() {
        return elements(flows()).anyMatch(flow -> flow.path("trigger").asText().equals("schedule"));
    }

    /** Options of the mail steps, as stored and as recorded. */
    List<JsonNode> mailSteps() {
        List<JsonNode> options = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode operation : elements(flows())
                .flatMap(flow -> elements(flow.path("operations")))
                .toList()) {
            if (operation.path("type").asText().equals("mail")) {
                ids.add(operation.path("id").asText());
                options.add(operation.path("options"));
            }
        }
        steps().stream()
                .flatMap(step -> elements(step.expect().path("runs")))
                .flatMap(run -> elements(run.path("steps")))
                .filter(recorded -> ids.contains(recorded.path("operation").asText()))
                .forEach(recorded -> options.add(recorded.path("options")));
        return options;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The same case with {@code $$http} replaced by the base URL of the stub. */
    Case withStub(String baseUrl) {
        try {
            return new Case(Json.parse(Json.write(json).replace("$$http", baseUrl)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
