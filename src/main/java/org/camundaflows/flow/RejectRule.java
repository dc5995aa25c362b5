package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.camundaflows.operation.OperationRegistry;

/**
 * Operations that may fail say what happens then.
 *
 * @param registry unknown types are left out: they never take a path
 */
record RejectRule(OperationRegistry registry) implements FlowRule {

    /** Types that never reject, or whose purpose is to end the run by rejecting. */
    private static final Set<String> QUIET = Set.of("log", "sleep", "throw-error");

    @Override
    public void check(FlowGraph graph, Findings findings) {
        for (Step step : graph.steps()) {
            JsonNode reject = step.member("reject");
            String type = step.operation().type();
            if ((reject.isMissingNode() || reject.isNull())
                    && !QUIET.contains(type)
                    && registry.find(type).isPresent()) {
                findings.on(step)
                        .add(
                                IssueCode.REJECT_MISSING,
                                step.place().member("reject"),
                                "Nothing handles a failure of " + step.shown() + ".");
            }
        }
    }
}
