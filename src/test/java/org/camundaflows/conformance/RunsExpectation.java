package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the records of runs: those of one flow in order, or as a set where runs finish in no fixed order. */
final class RunsExpectation {

    private final JsonNode expected;
    private final Set<String> unordered;
    private final SavedValues saved;

    /** @param unordered ids of the flows whose runs may finish in any order */
    RunsExpectation(JsonNode expected, Set<String> unordered, SavedValues saved) {
        this.expected = expected;
        this.unordered = unordered;
        this.saved = saved;
    }

    /** @param actual the recorded runs of all flows of the case, those of one flow in order of completion */
    List<Difference> compare(List<JsonNode> actual) {
        Set<String> flows = new LinkedHashSet<>();
        expected.forEach(run -> flows.add(flowOf(run)));
        actual.forEach(run -> flows.add(flowOf(run)));
        List<Difference> differences = new ArrayList<>();
        flows.forEach(flow -> differences.addAll(compare(flow, actual)));
        return differences;
    }

    private List<Difference> compare(String flow, List<JsonNode> actual) {
        List<Pairing.Expected> ofFlow = Pairing.Expected.entriesOf(expected).stream()
                .filter(entry -> flowOf(entry.value()).equals(flow))
                .toList();
        List<JsonNode> observed =
                actual.stream().filter(run -> flowOf(run).equals(flow)).toList();
        Pairing pairing = new Pairing("runs of flow " + flow, saved, RunsExpectation::compareRun);
        return unordered.contains(flow)
                ? pairing.inAnyOrder(ofFlow, observed)
                : pairing.inOrder(ofFlow, observed, RunsExpectation::endedTogether);
    }

    /** Which of two runs that ended in the same millisecond was first cannot be told. */
    private static boolean endedTogether(JsonNode run, JsonNode other) {
        return run.hasNonNull("end") && run.path("end").equals(other.path("end"));
    }

    private String flowOf(JsonNode run) {
        return saved.insertInto(run.path("flow").asText()).asText();
    }

    private static List<Difference> compareRun(JsonNode expected, int index, JsonNode actual, SavedValues saved) {
        String run = "runs[" + index + "]";
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            Place place = Place.root(run + "." + member.getKey());
            JsonNode observed = actual.path(member.getKey());
            if (member.getKey().equals("steps") && member.getValue().isArray()) {
                differences.addAll(new Pairing(place.toString(), saved, RunsExpectation.stepOf(run))
                        .inOrder(Pairing.Expected.entriesOf(member.getValue()), elements(observed)));
            } else {
                differences.addAll(Expectation.compare(member.getValue(), observed, place, saved, RunLeniency.DATA));
            }
        }
        return differences;
    }

    private static Pairing.Comparison stepOf(String run) {
        return (expected, index, actual, saved) -> {
            Place place = Place.root(run + ".steps[" + index + "]");
            ObjectNode named = JsonNodeFactory.instance.objectNode();
            expected.fieldNames().forEachRemaining(name -> copyMember(name, actual, named));
            return Expectation.compare(expected, named, place, saved, RunLeniency.OPTIONS);
        };
    }

    private static void copyMember(String name, JsonNode from, ObjectNode to) {
        if (from.has(name)) {
            to.set(name, from.get(name));
        }
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
