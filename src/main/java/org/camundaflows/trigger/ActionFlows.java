package org.camundaflows.trigger;

import java.util.Optional;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.store.event.Outbox;

/** Starts the flows that hear of what has happened. */
final class ActionFlows {

    private final FlowRuns runs;

    ActionFlows(FlowRuns runs) {
        this.runs = runs;
    }

    /**
     * Starts a flow, unless it has gone, was switched off or was made into something else since.
     *
     * @return the id of the run; empty when there is none, or when the flow asks for direct runs
     */
    Optional<String> start(Outbox.Entry entry) {
        return runs.find(entry.flow())
                .filter(flow ->
                        flow.flow().isActive() && "event".equals(flow.flow().trigger()))
                .flatMap(flow -> runs.start(flow, entry.trigger(), entry.accountability(), entry.depth()));
    }
}
