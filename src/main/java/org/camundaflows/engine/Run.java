package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camundaflows.flow.Flow;
import org.camundaflows.operation.DataChain;
import org.camundaflows.security.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * A run in memory: its data chain and how it is kept. Belongs to one command of the engine at a time; between commands
 * {@link #state()} and the chain variables carry it.
 */
final class Run implements DataChain {

    static final String TRIGGER = "$trigger";
    static final String ACCOUNTABILITY = "$accountability";
    static final String LAST = "$last";
    static final String ENV = "$env";

    static final String ENDED_UNKNOWN = "unknown operation type";
    static final String ENDED_FAILED = "failed";

    private static final String AWAITED = "awaited";

    private final Flow flow;
    private final FlowEnvironment environment;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final Map<Integer, ObjectNode> records = new TreeMap<>();
    private final Start start;
    private RunMode mode;
    private @Nullable String id;
    private @Nullable String lastKey;
    private @Nullable StepStatus lastStatus;
    private @Nullable Throwable failure;
    private @Nullable Redaction redaction;
    private int steps;
    private @Nullable Duration awaited;
    private @Nullable Instant awaitedUntil;
    private boolean ended;
    private boolean committed;

    Run(Flow flow, FlowEnvironment environment, Start start) {
        this.flow = flow;
        this.environment = environment;
        this.start = start;
        this.mode = start.mode();
        values.put(TRIGGER, start.trigger());
        values.put(ACCOUNTABILITY, start.accountability());
    }

    private record Redaction(Redactor redactor, Redactor.Run run) {}

    /** The run that {@link #state()} and its variables, by their names, describe. */
    static Run restore(Flow flow, FlowEnvironment environment, ObjectNode state, Map<String, JsonNode> variables) {
        JsonNode nothing = NullNode.getInstance();
        Run run = new Run(
                flow,
                environment,
                Start.restore(
                        state,
                        variables.getOrDefault(TRIGGER, nothing),
                        variables.getOrDefault(ACCOUNTABILITY, nothing)));
        for (JsonNode key : state.path("keys")) {
            run.values.put(key.asText(), variables.getOrDefault(ChainVariables.name(key.asText()), nothing));
        }
        run.steps = state.path("steps").asInt();
        if (state.path("last").isTextual()) {
            run.lastKey = state.path("last").textValue();
            run.lastStatus = StepStatus.of(state.path("status").asText());
        }
        if (state.path(AWAITED).isNumber()) {
            run.awaitedUntil = Instant.ofEpochMilli(state.path(AWAITED).longValue());
        }
        run.committed = true;
        return run;
    }

    /** What must be stored, beside the chain variables, to go on with the run in another command. */
    ObjectNode state() {
        ObjectNode state = start.state().put("mode", mode.name()).put("steps", steps);
        if (lastKey != null && lastStatus != null) {
            state.put("last", lastKey).put("status", lastStatus.text());
        }
        if (awaitedUntil != null) {
            state.put(AWAITED, awaitedUntil.toEpochMilli());
        }
        ArrayNode keys = state.putArray("keys");
        values.keySet().forEach(keys::add);
        return state;
    }

    @Override
    public JsonNode get(String name) {
        if (name.equals(LAST)) {
            return last();
        }
        JsonNode value = values.get(name);
        if (value != null) {
            return value;
        }
        return name.equals(ENV) ? environment.values() : MissingNode.getInstance();
    }

    /** The value of a chain entry as it was stored last; null when there is none. */
    @Nullable
    JsonNode stored(String key) {
        return values.get(key);
    }

    @Override
    public ObjectNode toObject() {
        ObjectNode chain = JsonNodeFactory.instance.objectNode();
        chain.set(TRIGGER, get(TRIGGER));
        chain.set(LAST, last());
        chain.set(ACCOUNTABILITY, get(ACCOUNTABILITY));
        chain.set(ENV, get(ENV));
        values.forEach((key, value) -> {
            if (!key.equals(LAST)) {
                chain.set(key, value);
            }
        });
        return chain;
    }

    /** The result of the latest step; the trigger's data before the first. */
    JsonNode last() {
        JsonNode last = values.get(lastKey == null ? TRIGGER : lastKey);
        return last == null ? NullNode.getInstance() : last;
    }

    void store(String key, StepStatus status, JsonNode value) {
        values.put(key, value);
        lastKey = key;
        lastStatus = status;
    }

    /** Remembers the record of an ended step that is kept beside its result. */
    void keep(int number, ObjectNode record) {
        records.put(number, record);
    }

    /** What was remembered, by the numbers of the steps; nothing the next time. */
    Map<Integer, ObjectNode> takeRecords() {
        Map<Integer, ObjectNode> taken = new TreeMap<>(records);
        records.clear();
        return taken;
    }

    /** What hides the secrets of this run. */
    @SuppressWarnings("ReferenceEquality") // a change of the environment replaces the redactor
    Redactor.Run redaction(Redactor redactor) {
        Redaction current = redaction;
        if (current == null || current.redactor() != redactor) {
            current = new Redaction(redactor, redactor.forTrigger(get(TRIGGER)));
            redaction = current;
        }
        return current.run();
    }

    /** The chain but for what is derived or looked up, by key. */
    Map<String, JsonNode> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Whether no step has been performed. */
    boolean isAtItsStart() {
        return steps == 0;
    }

    int nextStep() {
        return ++steps;
    }

    Flow flow() {
        return flow;
    }

    JsonNode accountability() {
        JsonNode accountability = values.get(ACCOUNTABILITY);
        return accountability == null ? NullNode.getInstance() : accountability;
    }

    RunMode mode() {
        return mode;
    }

    void becomeDurable() {
        mode = RunMode.DURABLE;
    }

    int depth() {
        return start.depth();
    }

    /** Id of the calling run, or null. */
    @Nullable
    String parent() {
        return start.parent();
    }

    /** Who waits for this run in the database; null when nobody does. */
    Start.@Nullable Waiting waiting() {
        return start.waiting();
    }

    /** How the latest step ended; null before the first. */
    @Nullable
    StepStatus lastStatus() {
        return lastStatus;
    }

    /**
     * Whether the run has to commit before it may end: its end touches the caller's run, and a conflict there must not
     * repeat an effect.
     */
    boolean needsCheckpointBehind(StepDefinition step) {
        return mode == RunMode.DURABLE && start.waiting() != null && step.hasEffects();
    }

    /** Whether a durable run has to commit before the step, so that no earlier effect is repeated after a crash. */
    boolean needsCheckpoint(StepDefinition step) {
        return mode == RunMode.DURABLE && (!committed || step.hasEffects());
    }

    /** Says whether all effects so far are committed. */
    void committed(boolean now) {
        committed = now;
    }

    void bind(String processInstanceId) {
        id = processInstanceId;
    }

    boolean isBound() {
        return id != null;
    }

    String id() {
        if (id == null) {
            throw new IllegalStateException("The run has not started");
        }
        return id;
    }

    /** A caller in this node waits for the outcome, and goes on to wait so long when the run leaves its thread. */
    void await(Duration bound) {
        awaited = bound;
    }

    /** The run leaves its thread. Whether its caller waits for it now. */
    boolean leavesCallerWaiting(Instant now) {
        if (awaited == null) {
            return false;
        }
        awaitedUntil = now.plus(awaited);
        return true;
    }

    /** How long somebody waits for the run, which has left its thread; null when nobody does. */
    @Nullable
    Instant awaitedUntil() {
        return awaitedUntil;
    }

    void fail(Throwable cause) {
        failure = cause;
    }

    void end() {
        ended = true;
    }

    /** Why the run ended elsewhere than at an end event; null when it did not. */
    @Nullable
    String endReason() {
        if (lastStatus == StepStatus.UNKNOWN) {
            return ENDED_UNKNOWN;
        }
        return failure == null ? null : ENDED_FAILED;
    }

    Outcome outcome() {
        return new Outcome(id(), status(), this, last(), failure);
    }

    private Outcome.Status status() {
        if (!ended) {
            return Outcome.Status.RUNNING;
        }
        if (failure != null) {
            return Outcome.Status.FAILED;
        }
        if (lastStatus == null) {
            return Outcome.Status.RESOLVED;
        }
        return switch (lastStatus) {
            case RESOLVE -> Outcome.Status.RESOLVED;
            case REJECT -> Outcome.Status.REJECTED;
            case UNKNOWN -> Outcome.Status.UNKNOWN;
            case FAILED, WAITING -> Outcome.Status.FAILED;
        };
    }
}
