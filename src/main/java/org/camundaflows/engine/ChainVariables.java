package org.camundaflows.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camundaflows.flow.FlowHash;
import org.camundaflows.json.Json;
import org.camundaflows.json.TaggedJson;
import org.jspecify.annotations.Nullable;

/** How a run is kept in process variables: one variable per chain entry, named by its key, and our own beside them. */
final class ChainVariables {

    /** Prefix of our own variables. */
    private static final String OWN = "$flow:";

    /** Prefix of variables that stand for keys which cannot name one. */
    private static final String KEY = OWN + "key:";

    /** What the engine's columns for names of variables hold. */
    private static final int MAX_NAME = 255;

    /** What of a run is not in its chain; only stored while the run waits, never in the history. */
    static final String STATE = OWN + "run";

    /** What the run log keeps of a step, where it is not beside the step's result; local to its activity. */
    private static final String STEP = OWN + "step";

    /** Prefix of the same for steps that have ended; their numbers follow. */
    private static final String ENDED_STEP = STEP + ":";

    /** The flows a step has called and waits for; local to its activity. */
    private static final String CALLS = OWN + "calls";

    private ChainVariables() {}

    /** Whether the run log keeps a variable: chain entries and records of steps. */
    static boolean isRecorded(String name) {
        return !name.startsWith(OWN) || isStep(name) || name.startsWith(KEY);
    }

    /** Whether a variable is the record of a step. */
    static boolean isStep(String name) {
        return name.equals(STEP) || name.startsWith(ENDED_STEP);
    }

    static void writeCalls(ExecutionEntity execution, JsonNode calls) {
        execution.setVariableLocal(CALLS, ChainValue.of(calls));
    }

    static @Nullable JsonNode readCalls(ExecutionEntity execution) {
        return readLocal(execution, CALLS);
    }

    static void writeCall(ExecutionEntity execution, int index, JsonNode ended) {
        execution.setVariableLocal(CALLS + ":" + index, ChainValue.of(ended));
    }

    static @Nullable JsonNode readCall(ExecutionEntity execution, int index) {
        return readLocal(execution, CALLS + ":" + index);
    }

    private static @Nullable JsonNode readLocal(ExecutionEntity execution, String name) {
        TypedValue value = execution.getVariableLocalTyped(name, false);
        return value == null ? null : json(value);
    }

    static VariableMap initial(JsonNode trigger, JsonNode accountability) {
        return Variables.createVariables()
                .putValueTyped(Run.TRIGGER, ChainValue.of(trigger))
                .putValueTyped(Run.ACCOUNTABILITY, ChainValue.of(accountability));
    }

    /** The variable of a chain entry: named by its key, unless that is too long or looks like one of our own. */
    static String name(String key) {
        return key.startsWith(OWN) || key.length() > MAX_NAME ? KEY + FlowHash.sha256(key) : key;
    }

    static void write(ExecutionEntity execution, String key, JsonNode value) {
        write(execution, key, value, null);
    }

    /** @param record what the run log keeps of the step that made the value; null when it is kept elsewhere */
    static void write(ExecutionEntity execution, String key, JsonNode value, @Nullable String record) {
        execution.getProcessInstance().setVariable(name(key), ChainValue.of(value, record));
    }

    static void writeState(ExecutionEntity execution, Run run) {
        execution.getProcessInstance().setVariable(STATE, ChainValue.of(run.state()));
    }

    static void writeStep(ExecutionEntity execution, JsonNode record) {
        execution.setVariableLocal(STEP, ChainValue.of(record));
    }

    /** @param number which step of the run it was */
    static void writeEndedStep(ExecutionEntity execution, int number, JsonNode record) {
        execution.getProcessInstance().setVariable(ENDED_STEP + number, ChainValue.of(record));
    }

    static @Nullable JsonNode readStep(ExecutionEntity execution) {
        return readLocal(execution, STEP);
    }

    static @Nullable ObjectNode readState(ExecutionEntity execution) {
        TypedValue value = execution.getProcessInstance().getVariableTyped(STATE, false);
        return value != null && json(value) instanceof ObjectNode state ? state : null;
    }

    /** The chain variables of the instance, by the names of the variables. */
    static Map<String, JsonNode> read(ExecutionEntity execution) {
        Map<String, JsonNode> values = new HashMap<>();
        VariableMap variables = execution.getProcessInstance().getVariablesTyped(false);
        for (String name : variables.keySet()) {
            if (!name.equals(STATE)) {
                TypedValue value = variables.getValueTyped(name);
                values.put(name, json(value));
            }
        }
        return values;
    }

    /** A value however it was stored: a flow started through the engine's own interfaces may have variables of any type. */
    private static JsonNode json(TypedValue value) {
        try {
            if (value instanceof SerializableValue serialized
                    && value.getType().getName().equals("json")) {
                return TaggedJson.read(serialized.getValueSerialized());
            }
            return Json.mapper().valueToTree(value.getValue());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A chain variable does not hold JSON", e);
        }
    }
}
