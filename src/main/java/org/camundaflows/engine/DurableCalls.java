package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camundaflows.flow.Flow;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.jspecify.annotations.Nullable;

/**
 * Runs called flows while the calling run waits in the database. The called runs are started in the transaction in which
 * the caller begins to wait; each that ends leaves its value with the waiting step and a job that looks after it.
 */
final class DurableCalls {

    private static final String VALUE = "value";
    private static final String ERROR = "error";

    private final FlowRuns runs;

    DurableCalls(FlowRuns runs) {
        this.runs = runs;
    }

    void begin(ExecutionEntity execution, Run caller, DeployedFlow flow, Result.Calling calling) {
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("flow", calling.flowId())
                .put("group", calling.groupSize())
                .put("list", calling.asList());
        ArrayNode payloads = state.putArray("payloads");
        calling.payloads().forEach(payloads::add);
        startGroup(execution, caller, flow, state, 0);
    }

    Optional<Result> resume(ExecutionEntity execution, Run caller, Function<String, Optional<DeployedFlow>> callable) {
        if (!(ChainVariables.readCalls(execution) instanceof ObjectNode state)) {
            return Optional.empty();
        }
        List<JsonNode> values = new ArrayList<>();
        int started = state.path("started").asInt();
        for (int i = 0; i < started; i++) {
            JsonNode ended = ChainVariables.readCall(execution, i);
            if (ended == null) {
                return Optional.empty();
            }
            if (ended.has(ERROR)) {
                return Optional.of(Result.rejected(ended.get(ERROR)));
            }
            values.add(ended.path(VALUE));
        }
        if (started < state.path("payloads").size()) {
            Optional<DeployedFlow> flow = callable.apply(state.path("flow").asText());
            if (flow.isPresent()) {
                startGroup(execution, caller, flow.get(), state, started);
                return Optional.empty();
            }
            state.path("payloads").forEach(rest -> values.add(JsonNodeFactory.instance.nullNode()));
            return Optional.of(
                    FlowCalls.result(values.subList(0, state.path("payloads").size()), true));
        }
        return Optional.of(FlowCalls.result(values, state.path("list").asBoolean()));
    }

    private void startGroup(ExecutionEntity execution, Run caller, DeployedFlow flow, ObjectNode state, int from) {
        JsonNode payloads = state.path("payloads");
        int to = (int) Math.min((long) from + state.path("group").asInt(), payloads.size());
        ChainVariables.writeCalls(execution, state.put("started", to));
        for (int i = from; i < to; i++) {
            runs.startWithin(
                    flow,
                    new Start(
                            payloads.get(i),
                            caller.accountability(),
                            RunMode.DURABLE,
                            caller.depth() + 1,
                            caller.id(),
                            new Start.Waiting(execution.getId(), i)));
        }
    }

    /** Leaves what a called run returns with the step that waits for it. */
    static void ended(Start.Waiting waiting, Flow flow, Outcome outcome, @Nullable String cancelled) {
        ExecutionEntity caller =
                Context.getCommandContext().getExecutionManager().findExecutionById(waiting.execution());
        if (caller == null) {
            return; // the calling run was cancelled
        }
        ChainVariables.writeCall(caller, waiting.index(), result(flow, outcome, cancelled));
        Checkpoint.called(caller);
    }

    private static ObjectNode result(Flow flow, Outcome outcome, @Nullable String cancelled) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (cancelled != null) {
            return result.set(
                    ERROR,
                    ErrorValue.plain("Error", "The called flow \"" + flow.name() + "\" was cancelled: " + cancelled)
                            .toNode());
        }
        try {
            return result.set(
                    VALUE,
                    FlowCalls.returned(
                            flow.name(), flow.options().path("return").asText(), outcome));
        } catch (Rejection rejection) {
            return result.set(ERROR, rejection.value());
        }
    }
}
