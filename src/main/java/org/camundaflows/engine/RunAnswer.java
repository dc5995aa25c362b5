package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;

/** The outcome of a run that ended in one node, on its way to the caller that waits in another. */
final class RunAnswer {

    /** Clocks of nodes differ; an answer that comes too late is removed by the cleanup. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final String STATE = "state";
    private static final String VALUES = "values";
    private static final String FAILURE = "failure";

    private RunAnswer() {}

    /** Leaves the outcome if a caller may still wait for it and is not in this node. Part of the command that ends the run. */
    static void leave(Run run, FlowServices services) {
        Instant until = run.awaitedUntil();
        Instant now = services.now();
        if (until != null
                && until.plus(SLACK).isAfter(now)
                && !services.waiters().isExpected(run.id())) {
            LeftAnswers.leave(run.id(), write(run), now);
        }
    }

    private static ObjectNode write(Run run) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set(STATE, run.state());
        ObjectNode values = answer.putObject(VALUES);
        run.values().forEach((key, value) -> values.set(ChainVariables.name(key), value));
        Throwable failure = run.outcome().failure();
        return answer.put(FAILURE, failure == null ? null : String.valueOf(failure.getMessage()));
    }

    static Outcome read(JsonNode answer, String runId, FlowDefinition definition, FlowEnvironment environment) {
        Map<String, JsonNode> values = new HashMap<>();
        answer.path(VALUES).properties().forEach(value -> values.put(value.getKey(), value.getValue()));
        Run run = Run.restore(definition, environment, (ObjectNode) answer.path(STATE), values);
        run.bind(runId);
        if (answer.path(FAILURE).isTextual()) {
            run.fail(new ProcessEngineException(answer.path(FAILURE).textValue()));
        }
        run.end();
        return run.outcome();
    }
}
