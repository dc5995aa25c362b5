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

    /** What the engine's columns for names of variables hold. */
    private static final int MAX_NAME = 255;

    /** What of a run is not in its chain; only stored while the run waits, never in the history. */
    static final String STATE = OWN + "run";

    /** What the run log keeps of a step; local to its activity. */
    static final String STEP = OWN + "step";

    private ChainVariables() {}

    static VariableMap initial(JsonNode trigger, JsonNode accountability) {
        return Variables.createVariables()
                .putValueTyped(Run.TRIGGER, ChainValue.of(trigger))
                .putValueTyped(Run.ACCOUNTABILITY, ChainValue.of(accountability));
    }

    /** The variable of a chain entry: named by its key, unless that is too long or looks like one of our own. */
    static String name(String key) {
        return key.startsWith(OWN) || key.length() > MAX_NAME ? OWN + "key:" + FlowHash.sha256(key) : key;
    }

    static void write(ExecutionEntity execution, String key, JsonNode value) {
        execution.getProcessInstance().setVariable(name(key), ChainValue.of(value));
    }

    static void writeState(ExecutionEntity execution, Run run) {
        execution.getProcessInstance().setVariable(STATE, ChainValue.of(run.state()));
    }

    static void writeStep(ExecutionEntity execution, JsonNode record) {
        execution.setVariableLocal(STEP, ChainValue.of(record));
    }

    static @Nullable JsonNode readStep(ExecutionEntity execution) {
        TypedValue value = execution.getVariableLocalTyped(STEP, false);
        return value == null ? null : json(value);
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
