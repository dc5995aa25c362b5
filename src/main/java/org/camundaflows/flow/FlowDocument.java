package org.camundaflows.flow;

import java.util.List;

/**
 * Flows as they were read.
 *
 * @param issues what was wrong with the document and is part of none of the flows: operations that belong to no flow,
 *     listed operations that are absent. {@link FlowValidator#validate(FlowDocument)} tells them with all others
 */
public record FlowDocument(List<Flow> flows, List<FlowIssue> issues) {

    public FlowDocument {
        flows = List.copyOf(flows);
        issues = List.copyOf(issues);
    }
}
