package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.PathException;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;

/**
 * Calls of flows by steps of other flows. A direct run waits in its thread while the called flows run in transactions of
 * their own; a durable one, and one whose called flows leave their threads, waits in the database.
 */
final class FlowCalls {

    private final FlowServices services;
    private final FlowRuns runs;
    private final DirectCalls direct;
    private final DurableCalls durable;

    FlowCalls(FlowServices services, FlowRuns runs, DirectCalls direct, DurableCalls durable) {
        this.services = services;
        this.runs = runs;
        this.direct = direct;
        this.durable = durable;
    }

    /** How the calling step ends, or empty when it has to wait for the runs it started. */
    Optional<Result> call(ExecutionEntity execution, Run caller, Result.Calling calling) {
        if (caller.depth() >= services.settings().maxDepth()) {
            return Optional.of(Result.rejected(ErrorValue.plain(
                    "Error",
                    "Flow \"" + calling.flowId() + "\" was not called: flows call each other more than "
                            + services.settings().maxDepth() + " deep")));
        }
        Optional<DeployedFlow> flow = callable(calling.flowId());
        if (flow.isEmpty()) {
            FlowLog.INSTANCE.warn("Couldn't find operation triggered flow with id \"" + calling.flowId() + "\"");
            return Optional.of(
                    result(Collections.nCopies(calling.payloads().size(), NullNode.getInstance()), calling.asList()));
        }
        if (calling.payloads().isEmpty()) {
            return Optional.of(result(List.of(), true));
        }
        if (caller.mode() == RunMode.DURABLE) {
            durable.begin(execution, caller, flow.get(), calling);
            return Optional.empty();
        }
        try {
            return direct.call(execution, caller, flow.get(), calling).map(values -> result(values, calling.asList()));
        } catch (Rejection rejection) {
            return Optional.of(Result.rejected(rejection.value()));
        } catch (Interruption e) {
            return Optional.of(new Result.Failed(e));
        }
    }

    /** How the calling step ends, now that a run it waits for has ended; empty when it has to wait on. */
    Optional<Result> resume(ExecutionEntity execution, Run caller) {
        return durable.resume(execution, caller, this::callable);
    }

    /** Like {@link #resume}, at a time when nobody may have told. */
    Optional<Result> look(ExecutionEntity execution, Run caller) {
        return durable.look(execution, caller, this::callable);
    }

    private Optional<DeployedFlow> callable(String flowId) {
        return runs.find(flowId)
                .filter(flow ->
                        flow.flow().isActive() && "operation".equals(flow.flow().trigger()));
    }

    /**
     * What a called flow returns.
     *
     * @throws Rejection if it failed outside its steps
     */
    static JsonNode returned(DeployedFlow flow, Outcome outcome) {
        return returned(flow.flow().name(), flow.flow().options().path("return").asText(), outcome);
    }

    static JsonNode returned(String flowName, String path, Outcome outcome) {
        Throwable failure = outcome.failure();
        if (failure instanceof StepFailedException failed && failed.isInterruption()) {
            throw new Interruption();
        }
        if (outcome.status() == Outcome.Status.FAILED) {
            throw new Rejection(ErrorValue.plain(
                    "Error",
                    "The called flow \"" + flowName + "\" failed: "
                            + (failure == null ? "it was ended" : failure.getMessage())));
        }
        try {
            JsonNode value = outcome.returned(path);
            return value.isMissingNode() ? NullNode.getInstance() : value;
        } catch (PathException e) {
            throw new Rejection(StepRunner.error(e));
        }
    }

    static Result result(List<? extends JsonNode> values, boolean asList) {
        return Result.resolved(asList ? JsonNodeFactory.instance.arrayNode().addAll(values) : values.get(0));
    }
}
