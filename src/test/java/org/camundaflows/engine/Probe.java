package org.camundaflows.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;

/** A step that does what a test says, by the text of its option {@code do}. */
final class Probe implements Operation {

    interface Behavior {
        Result run(Options options, OperationContext context) throws Exception;
    }

    private final OperationType type;
    private final Map<String, Behavior> behaviors = new ConcurrentHashMap<>();

    private Probe(String id, boolean effects) {
        type = new OperationType(
                id, id, "box", "For tests.", effects, List.of(Option.of("do", "Do", Option.Kind.TEXT, "")));
    }

    /** Of type {@code probe}; nobody outside the run notices it. */
    static Probe pure() {
        return new Probe("probe", false);
    }

    /** Of type {@code effect}; must not be repeated without need. */
    static Probe withEffects() {
        return new Probe("effect", true);
    }

    Probe on(String what, Behavior behavior) {
        behaviors.put(what, behavior);
        return this;
    }

    @Override
    public OperationType type() {
        return type;
    }

    @Override
    public Result run(Options options, OperationContext context) throws Exception {
        return behaviors.get(options.text("do")).run(options, context);
    }
}
