package org.camundaflows.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the problems of one flow. */
final class Findings {

    private static final int LONGEST_MESSAGE = 400;

    private final Flow flow;
    private final List<FlowIssue> issues = new ArrayList<>();

    Findings(Flow flow) {
        this.flow = flow;
    }

    /** Takes problems of the flow itself. */
    IssueSink onFlow() {
        return sink(null);
    }

    /** Takes problems of one of the flow's operations. */
    IssueSink on(Step step) {
        return sink(step.operation());
    }

    List<FlowIssue> issues() {
        return issues;
    }

    private IssueSink sink(@Nullable FlowOperation operation) {
        return (code, place, message, expected, mend) -> issues.add(new FlowIssue(
                code.code(),
                code.severity(),
                code.blocking(),
                flow.id(),
                flow.name(),
                operation == null ? null : operation.key(),
                operation == null ? null : operation.id(),
                place.toString(),
                Shown.cut(message, LONGEST_MESSAGE),
                expected,
                mend));
    }
}
