package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the records of runs from the application; only those that were not there when watching began. */
final class RunRecords {

    private final HttpCaller http;
    private final Collection<String> flows;
    private final Set<String> earlier = new HashSet<>();

    private RunRecords(HttpCaller http, Collection<String> flows) {
        this.http = http;
        this.flows = flows;
    }

    /** Begins to watch the runs of some flows. */
    static RunRecords watch(HttpCaller http, Collection<String> flows) {
        RunRecords records = new RunRecords(http, flows);
        records.summaries().forEach(run -> records.earlier.add(run.path("id").asText()));
        return records;
    }

    /** The new runs of each flow in order of completion, finished or not, without what happened in them. */
    private List<JsonNode> summaries() {
        List<JsonNode> runs = new ArrayList<>();
        for (String flow : flows) {
            List<JsonNode> ofFlow = new ArrayList<>();
            data("/runs?flow=" + flow + "&limit=100").forEach(ofFlow::add);
            Collections.reverse(ofFlow);
            ofFlow.sort(Comparator.comparing(RunRecords::end));
            runs.addAll(ofFlow);
        }
        return runs.stream()
                .filter(run -> !earlier.contains(run.path("id").asText()))
                .toList();
    }

    private static Instant end(JsonNode run) {
        return run.hasNonNull("end") ? Instant.parse(run.path("end").asText()) : Instant.MAX;
    }

    boolean allFinished() {
        return summaries().stream().allMatch(RunRecords::isFinished);
    }

    /** A run that stopped at a technical failure will not go on by itself. */
    private static boolean isFinished(JsonNode run) {
        return !run.path("status").asText().equals("running")
                || run.path("open_incidents").asInt() > 0;
    }

    /** The new finished runs of which more than the fact itself is recorded, in order of completion within a flow. */
    List<JsonNode> recorded() {
        return summaries().stream()
                .filter(RunRecords::isFinished)
                .map(run -> data("/runs/" + run.path("id").asText()))
                .filter(RunRecords::showsValues)
                .toList();
    }

    /** A flow that tracks activity only leaves a run without data and without options of its steps. */
    private static boolean showsValues(JsonNode run) {
        if (run.path("data").isObject() && !run.path("data").isEmpty()) {
            return true;
        }
        for (JsonNode step : run.path("steps")) {
            if (step.hasNonNull("options")) {
                return true;
            }
        }
        return false;
    }

    private JsonNode data(String path) {
        JsonNode answer = http.asAdmin("GET", path, null);
        if (answer.path("status").asInt() != 200) {
            throw new IllegalStateException("GET " + path + " answered " + answer);
        }
        return answer.path("body").path("data");
    }
}
