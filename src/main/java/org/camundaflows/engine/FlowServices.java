package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.security.RedactionLevel;
import org.camundaflows.security.Redactor;
import org.jspecify.annotations.Nullable;

/** What steps of flows need at run time; one per engine. */
final class FlowServices {

    private final OperationRegistry operations;
    private final FlowEnvironment environment;
    private final RedactionLevel redactionLevel;
    private final EngineSettings settings;
    private final RunObserver observer;
    private final Clock clock;
    private final RunWaiters waiters = new RunWaiters();
    private final Alarm alarm = new Alarm();
    private final JobLocks locks = new JobLocks();
    private volatile @Nullable CurrentRedactor redactor;
    private @Nullable FlowCalls calls;

    private record CurrentRedactor(ObjectNode environment, Redactor redactor) {}

    FlowServices(
            OperationRegistry operations,
            FlowEnvironment environment,
            RedactionLevel redactionLevel,
            EngineSettings settings,
            RunObserver observer,
            Clock clock) {
        this.operations = operations;
        this.environment = environment;
        this.redactionLevel = redactionLevel;
        this.settings = settings;
        this.observer = observer;
        this.clock = clock;
    }

    /** Called once, when the engine has been built: before, no step can run. */
    void callsThrough(FlowCalls flowCalls) {
        this.calls = flowCalls;
    }

    OperationRegistry operations() {
        return operations;
    }

    FlowEnvironment environment() {
        return environment;
    }

    EngineSettings settings() {
        return settings;
    }

    /** What hides secrets, for the environment as it is now. */
    @SuppressWarnings("ReferenceEquality") // a change of the environment replaces the object
    Redactor redactor() {
        ObjectNode env = environment.values();
        CurrentRedactor current = redactor;
        if (current == null || current.environment() != env) {
            current = new CurrentRedactor(env, Redactor.forEnvironment(env, redactionLevel));
            redactor = current;
        }
        return current.redactor();
    }

    RunObserver observer() {
        return observer;
    }

    RunWaiters waiters() {
        return waiters;
    }

    Alarm alarm() {
        return alarm;
    }

    JobLocks locks() {
        return locks;
    }

    Instant now() {
        return clock.instant();
    }

    FlowCalls calls() {
        if (calls == null) {
            throw new IllegalStateException("The engine has not started");
        }
        return calls;
    }

    /** The run an execution belongs to: in memory, stored, or just started by someone else than a trigger of ours. */
    Run run(ExecutionEntity execution) {
        RunSession session = RunSession.current();
        String id = execution.getProcessInstanceId();
        Run run = session.find(id);
        if (run == null) {
            run = read(execution);
            session.put(id, run);
        }
        return run;
    }

    private Run read(ExecutionEntity execution) {
        FlowDefinition definition = FlowDefinition.of(execution.getProcessDefinition());
        if (definition == null) {
            throw new IllegalStateException("Not a flow: " + execution.getProcessDefinitionId());
        }
        ObjectNode state = ChainVariables.readState(execution);
        Map<String, JsonNode> variables = ChainVariables.read(execution);
        if (state != null) {
            return Run.restore(definition, environment, state, variables);
        }
        return new Run(
                definition,
                environment,
                Start.of(
                        given(execution, variables, Run.TRIGGER),
                        given(execution, variables, Run.ACCOUNTABILITY),
                        definition.mode(RunMode.DURABLE)));
    }

    /** What started the run may have given the value, in whatever form; a timer, for example, does not. */
    private static JsonNode given(ExecutionEntity execution, Map<String, JsonNode> variables, String name) {
        JsonNode value = variables.getOrDefault(name, NullNode.getInstance());
        ChainVariables.write(execution, name, value);
        return value;
    }
}
