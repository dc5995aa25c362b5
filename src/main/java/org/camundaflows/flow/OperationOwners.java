package org.camundaflows.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which flow holds which operation, over several flows, and which ids are claimed twice. */
final class OperationOwners {

    private final Map<String, Integer> flowIds = new HashMap<>();
    private final Map<String, Flow> byOperation = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    OperationOwners(Collection<Flow> flows) {
        for (Flow flow : flows) {
            flowIds.merge(flow.id(), 1, Integer::sum);
            for (FlowOperation operation : flow.operations()) {
                if (byOperation.putIfAbsent(operation.id(), flow) == null) {
                    names.put(operation.id(), flow.name().isEmpty() ? flow.id() : flow.name());
                }
            }
        }
    }

    /** The name of the flow, by the operation's id. */
    Map<String, String> flows() {
        return names;
    }

    /** The ids of the flow and its operations that another flow claims too. */
    List<FlowIssue> conflicts(Flow flow) {
        Findings findings = new Findings(flow);
        if (!flow.id().isEmpty() && flowIds.getOrDefault(flow.id(), 0) > 1) {
            findings.onFlow()
                    .add(
                            IssueCode.FLOW_ID_DUPLICATE,
                            Place.ROOT.member("id"),
                            "Several flows have the id " + Shown.quoted(flow.id()) + ".");
            return findings.issues();
        }
        new FlowGraph(flow).steps().forEach(step -> check(step, flow, findings.on(step)));
        return findings.issues();
    }

    private void check(Step step, Flow flow, IssueSink sink) {
        String id = step.operation().id();
        Flow first = byOperation.getOrDefault(id, flow);
        if (!id.isEmpty() && !first.id().equals(flow.id())) {
            sink.add(
                    IssueCode.OPERATION_ID_DUPLICATE,
                    step.place().member("id"),
                    "The id " + Shown.quoted(id) + " is already that of an operation of the flow "
                            + Shown.quoted(names.getOrDefault(id, "")) + ".");
        }
    }
}
