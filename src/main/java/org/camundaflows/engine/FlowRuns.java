package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Starts runs of deployed flows. */
public final class FlowRuns {

    private final ProcessEngineConfigurationImpl engine;
    private final FlowServices services;
    private final DeployedFlows flows;

    FlowRuns(ProcessEngineConfigurationImpl engine, FlowServices services, DeployedFlows flows) {
        this.engine = engine;
        this.services = services;
        this.flows = flows;
    }

    /** The latest deployed version of a flow, active or not. */
    public Optional<DeployedFlow> find(String flowId) {
        return flows.find(flowId);
    }

    /**
     * Runs a flow and waits for its end.
     *
     * @param bound how long to wait for a run that leaves this thread, for example in a long sleep
     * @return {@link Outcome.Status#RUNNING} when the bound is over
     */
    public Outcome run(DeployedFlow flow, JsonNode trigger, JsonNode accountability, Duration bound) {
        return run(flow, new Start(trigger, accountability, RunMode.DIRECT, 0, null), bound);
    }

    /**
     * Starts a flow that nobody waits for. When this returns, the start is committed and the run will not be lost.
     *
     * @return the id of the run
     */
    public String start(DeployedFlow flow, JsonNode trigger, JsonNode accountability) {
        Start start = new Start(trigger, accountability, RunMode.DURABLE, 0, null);
        return start(flow, start, new FlowDefinition(flow.flow()).mode(start.mode()), false)
                .runId();
    }

    /** Runs a called flow to its end, in this thread and without commits on its way. */
    Outcome call(DeployedFlow flow, Start start) {
        return start(flow, start, start.mode(), false);
    }

    private Outcome run(DeployedFlow flow, Start start, Duration bound) {
        Outcome outcome = start(flow, start, new FlowDefinition(flow.flow()).mode(start.mode()), true);
        return outcome.status() == Outcome.Status.RUNNING
                ? services.waiters().await(outcome.runId(), bound).orElse(outcome)
                : outcome;
    }

    private Outcome start(DeployedFlow flow, Start start, RunMode mode, boolean awaited) {
        Run run = new Run(
                new FlowDefinition(flow.flow()),
                services.environment(),
                start.trigger(),
                start.accountability(),
                mode,
                start.depth(),
                start.parent());
        if (awaited) {
            run.await();
        }
        return engine.getCommandExecutorTxRequiresNew().execute(context -> {
            context.getSession(RunSession.class).starting(run);
            engine.getRuntimeService()
                    .createProcessInstanceById(flow.definitionId())
                    .businessKey(start.parent())
                    .setVariables(ChainVariables.initial(start.trigger(), start.accountability()))
                    .execute();
            return run.outcome();
        });
    }
}
