package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.Job;

/** Starts runs of deployed flows. */
public final class FlowRuns {

    private final ProcessEngineConfigurationImpl engine;
    private final FlowServices services;
    private final DeployedFlows flows;
    private final Executor threads;

    FlowRuns(ProcessEngineConfigurationImpl engine, FlowServices services, DeployedFlows flows, Executor threads) {
        this.threads = threads;
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
        return run(flow, Start.of(trigger, accountability, mode(flow, RunMode.DIRECT)), bound);
    }

    /**
     * Starts a flow that nobody waits for. When this returns, the start is committed and the run will not be lost;
     * except for a flow that asks for direct runs, which begins in another thread.
     *
     * @return the id of the run; empty for a direct one
     */
    public Optional<String> start(DeployedFlow flow, JsonNode trigger, JsonNode accountability) {
        return start(flow, trigger, accountability, 0);
    }

    /**
     * As {@link #start(DeployedFlow, JsonNode, JsonNode)}, for a run that another one has caused.
     *
     * @param depth what {@link #depth()} said when it was caused
     */
    public Optional<String> start(DeployedFlow flow, JsonNode trigger, JsonNode accountability, int depth) {
        RunMode mode = mode(flow, RunMode.DURABLE);
        Run run = prepare(flow, new Start(trigger, accountability, mode, depth, null, null));
        if (run.mode() == RunMode.DURABLE) {
            return Optional.of(beginInOwnTransaction(flow, run).runId());
        }
        threads.execute(() -> beginInOwnTransaction(flow, run));
        return Optional.empty();
    }

    /** Of the given durable runs those whose first step nobody has tried yet, though it could be. */
    public Set<String> yetToBegin(Set<String> runIds) {
        return runIds.isEmpty()
                ? Set.of()
                : engine
                        .getManagementService()
                        .createJobQuery()
                        .jobIds(runIds)
                        .withRetriesLeft()
                        .active()
                        .list()
                        .stream()
                        .map(Job::getId)
                        .collect(Collectors.toSet());
    }

    /** Runs a flow whose steps are part of what this thread does; it is over when this returns. */
    public Outcome runInThread(DeployedFlow flow, JsonNode trigger, JsonNode accountability) {
        return run(flow, new Start(trigger, accountability, RunMode.IN_THREAD, depth(), null, null));
    }

    /** How deep a run is that is caused now: 0, or one more than the run whose step this thread performs. */
    public int depth() {
        CommandContext context = Context.getCommandContext();
        return context == null ? 0 : context.getSession(RunSession.class).depth();
    }

    /** The active flows with the trigger {@code event}; the same object until something has changed. */
    public List<DeployedFlow> eventFlows() {
        return flows.listeningToEvents();
    }

    private Outcome beginInOwnTransaction(DeployedFlow flow, Run run) {
        return engine.getCommandExecutorTxRequiresNew().execute(context -> begin(flow, run));
    }

    private Outcome run(DeployedFlow flow, Start start, Duration bound) {
        Run run = prepare(flow, start);
        run.await(bound);
        Outcome outcome = beginInOwnTransaction(flow, run);
        return outcome.status() == Outcome.Status.RUNNING
                ? services.waiters()
                        .await(outcome.runId(), bound, () -> leftBehind(outcome.runId(), run))
                        .orElse(outcome)
                : outcome;
    }

    /** What the run has left for its caller when it ended in another node. */
    private Optional<Outcome> leftBehind(String runId, Run run) {
        return engine.getCommandExecutorTxRequiresNew()
                .execute(context -> LeftAnswers.take(runId))
                .map(answer -> RunAnswer.read(answer, runId, run.flow(), services.environment()));
    }

    /** Runs a flow in this thread as far as it keeps it; nobody is told when it goes on elsewhere. */
    Outcome run(DeployedFlow flow, Start start) {
        return beginInOwnTransaction(flow, prepare(flow, start));
    }

    /** Starts a durable run as part of the current command: it is committed with what else the command does. */
    void startWithin(DeployedFlow flow, Start start) {
        begin(flow, prepare(flow, start));
    }

    /** What the flow asks for, or what is usual. */
    static RunMode mode(DeployedFlow flow, RunMode usual) {
        return FlowDefinition.mode(flow.flow(), usual);
    }

    private Run prepare(DeployedFlow flow, Start start) {
        return new Run(flow.flow(), services.environment(), start);
    }

    private Outcome begin(DeployedFlow flow, Run run) {
        RunSession.current().starting(run);
        engine.getRuntimeService()
                .createProcessInstanceById(flow.definitionId())
                .businessKey(run.parent())
                .setVariables(ChainVariables.initial(run.get(Run.TRIGGER), run.accountability()))
                .execute();
        return run.outcome();
    }
}
