package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;

/** The flow names its first operation, and a path leads from there to each of them. */
final class EntryRule implements FlowRule {

    @Override
    public void check(FlowGraph graph, Findings findings) {
        JsonNode entry = graph.flow().json().path("operation");
        if (graph.entry().isPresent()) {
            checkReachable(graph, findings);
        } else if (!entry.isMissingNode() && !entry.isNull()) {
            addMissing(entry, graph, findings.onFlow());
        } else if (!graph.steps().isEmpty()) {
            findings.onFlow()
                    .add(
                            IssueCode.ENTRY_NONE,
                            Place.ROOT.member("operation"),
                            "The flow has operations, but names none to start with.");
        }
    }

    private static void checkReachable(FlowGraph graph, Findings findings) {
        for (Step step : graph.steps()) {
            if (!graph.isReachable(step.index())) {
                findings.on(step)
                        .add(
                                IssueCode.UNREACHABLE,
                                step.place(),
                                "No path leads from the first operation to " + step.shown() + ".");
            }
        }
    }

    private static void addMissing(JsonNode entry, FlowGraph graph, IssueSink sink) {
        Place place = Place.ROOT.member("operation");
        graph.steps().stream()
                .filter(step -> !step.key().isEmpty() && step.key().equals(entry.asText()))
                .findFirst()
                .ifPresentOrElse(
                        step -> sink.add(
                                IssueCode.ENTRY_KEY,
                                place,
                                "The flow starts with the key " + Shown.quoted(entry.asText()) + ".",
                                IssueCode.ENTRY_KEY.expected(),
                                "Write the operation's id, "
                                        + Shown.quoted(step.operation().id()) + "; as it is, no step runs."),
                        () -> sink.add(
                                IssueCode.ENTRY_MISSING,
                                place,
                                "The flow starts with " + Shown.value(entry) + ", which is none of its operations."));
    }
}
