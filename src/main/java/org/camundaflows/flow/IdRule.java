package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;

/** Ids: the flow and each operation has its own, and operations name no other flow as theirs. */
final class IdRule implements FlowRule {

    @Override
    public void check(FlowGraph graph, Findings findings) {
        if (graph.flow().id().isEmpty()) {
            findings.onFlow().add(IssueCode.FLOW_ID_MISSING, Place.ROOT.member("id"), "The flow has no id.");
        }
        for (Step step : graph.steps()) {
            checkId(step, graph, findings.on(step));
            checkFlow(step, graph.flow().id(), findings.on(step));
        }
    }

    private static void checkId(Step step, FlowGraph graph, IssueSink sink) {
        String id = step.operation().id();
        Place place = step.place().member("id");
        if (id.isEmpty()) {
            sink.add(IssueCode.OPERATION_ID_MISSING, place, "The operation has no id.");
            return;
        }
        graph.find(id)
                .filter(first -> first.index() != step.index())
                .ifPresent(first -> sink.add(
                        IssueCode.OPERATION_ID_DUPLICATE,
                        place,
                        "The id " + Shown.quoted(id) + " is already that of operation " + first.shown() + "."));
    }

    private static void checkFlow(Step step, String flow, IssueSink sink) {
        JsonNode named = OwnerId.of(step.operation().json());
        if (!named.isMissingNode() && !named.isNull() && !named.asText().equals(flow)) {
            sink.add(
                    IssueCode.OPERATION_FLOW,
                    step.place().member("flow"),
                    "The operation says it belongs to " + Shown.value(named) + ", but stands in this flow.");
        }
    }
}
