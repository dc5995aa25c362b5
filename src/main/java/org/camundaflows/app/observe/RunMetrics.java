package org.camundaflows.app.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.camundaflows.engine.EndedStep;
import org.camundaflows.engine.Outcome;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.engine.StepStatus;
import org.camundaflows.flow.Flow;

/**
 * Counts runs and measures steps: {@code flows.runs.started} by flow, {@code flows.runs.finished} by flow and outcome,
 * {@code flows.steps} by type and status. Flows go by their ids. No value of a run becomes part of a metric.
 */
final class RunMetrics implements RunObserver {

    private static final int MAX_FLOWS = 1000;

    /** The types of a flow may be any text; those that are registered are few. */
    private static final String UNKNOWN_TYPE = "unknown";

    private final MeterRegistry registry;
    private final FlowTags flows = new FlowTags(MAX_FLOWS);

    RunMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void runStarted(Flow flow, String runId) {
        registry.counter("flows.runs.started", "flow", flows.of(flow.id())).increment();
    }

    @Override
    public void stepEnded(Flow flow, EndedStep step) {
        String type = step.status() == StepStatus.UNKNOWN ? UNKNOWN_TYPE : step.type();
        Timer.builder("flows.steps")
                .description("Steps of runs, with the time they took and waited")
                .tag("type", type)
                .tag("status", lower(step.status()))
                .register(registry)
                .record(step.duration());
    }

    @Override
    public void runEnded(Flow flow, Outcome outcome) {
        registry.counter("flows.runs.finished", "flow", flows.of(flow.id()), "outcome", lower(outcome.status()))
                .increment();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
