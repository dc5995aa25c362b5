package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
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

    /** Of runs that were under way when the caller began to wait for them in the database: their ids by their indexes. */
    private static final String UNDER_WAY = "underWay";

    private static final String LOOKS = "looks";
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 12;

    private final FlowRuns runs;
    private final FlowServices services;

    DurableCalls(FlowRuns runs, FlowServices services) {
        this.runs = runs;
        this.services = services;
    }

    void begin(ExecutionEntity execution, Run caller, DeployedFlow flow, Result.Calling calling) {
        startGroup(execution, caller, flow, state(calling), 0);
    }

    private static ObjectNode state(Result.Calling calling) {
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("flow", calling.flowId())
                .put("group", calling.groupSize())
                .put("list", calling.asList());
        ArrayNode payloads = state.putArray("payloads");
        calling.payloads().forEach(payloads::add);
        return state;
    }

    /**
     * Lets a direct run wait in the database for runs that have left their threads. One of them may end before the
     * caller's wait is committed, and cannot tell it then: hence the caller looks, soon first and then ever more rarely.
     */
    void takeOver(ExecutionEntity execution, Run caller, Result.Calling calling, List<Called> called) {
        ObjectNode state = state(calling).put("started", called.size());
        ObjectNode underWay = state.putObject(UNDER_WAY);
        for (int i = 0; i < called.size(); i++) {
            JsonNode value = called.get(i).value();
            if (value == null) {
                underWay.put(String.valueOf(i), called.get(i).runId());
            } else {
                ChainVariables.writeCall(
                        execution, i, JsonNodeFactory.instance.objectNode().set(VALUE, value));
            }
        }
        caller.becomeDurable();
        lookLater(execution, caller, state);
    }

    /** Goes on like {@link #resume}, and looks again later when there is something to wait for that may not tell. */
    Optional<Result> look(ExecutionEntity execution, Run caller, Function<String, Optional<DeployedFlow>> callable) {
        Optional<Result> result = resume(execution, caller, callable);
        if (result.isEmpty()
                && ChainVariables.readCalls(execution) instanceof ObjectNode state
                && isUnsure(execution, state)) {
            lookLater(execution, caller, state);
        }
        return result;
    }

    private static boolean isUnsure(ExecutionEntity execution, JsonNode state) {
        return state.path(UNDER_WAY).properties().stream()
                .anyMatch(run -> ChainVariables.readCall(execution, Integer.parseInt(run.getKey())) == null);
    }

    private void lookLater(ExecutionEntity execution, Run caller, ObjectNode state) {
        int looks = state.path(LOOKS).asInt();
        ChainVariables.writeCalls(execution, state.put(LOOKS, looks + 1));
        Duration pause = FIRST_LOOK.multipliedBy(1L << Math.min(looks, MOST_DOUBLINGS));
        Checkpoint.look(execution, caller, services.now().plus(pause), services);
    }

    /** What a called run has left with the step, or, when it could not, for it. */
    private static @Nullable JsonNode ended(ExecutionEntity execution, JsonNode state, int index) {
        JsonNode ended = ChainVariables.readCall(execution, index);
        JsonNode underWay = state.path(UNDER_WAY).path(String.valueOf(index));
        if (ended != null || !underWay.isTextual()) {
            return ended;
        }
        JsonNode left = LeftAnswers.take(underWay.textValue()).orElse(null);
        if (left != null) {
            ChainVariables.writeCall(execution, index, left);
        }
        return left;
    }

    Optional<Result> resume(ExecutionEntity execution, Run caller, Function<String, Optional<DeployedFlow>> callable) {
        if (!(ChainVariables.readCalls(execution) instanceof ObjectNode state)) {
            return Optional.empty();
        }
        List<JsonNode> values = new ArrayList<>();
        int started = state.path("started").asInt();
        for (int i = 0; i < started; i++) {
            JsonNode ended = ended(execution, state, i);
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
                            new Start.Waiting(execution.getId(), i, false)));
        }
    }

    /**
     * Leaves what a called run returns with the step that waits for it.
     *
     * @param cancelled why an operator ended the run, or null
     */
    static void ended(Start.Waiting waiting, Run called, @Nullable String cancelled, Instant now) {
        ObjectNode result = result(called.definition().flow(), called.outcome(), cancelled);
        ExecutionEntity caller =
                Context.getCommandContext().getExecutionManager().findExecutionById(waiting.execution());
        if (caller != null) {
            ChainVariables.writeCall(caller, waiting.index(), result);
            Checkpoint.called(caller);
        } else if (waiting.later()) {
            LeftAnswers.leave(called.id(), result, now);
        } // else the calling run was cancelled
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
