package org.camundaflows.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camundaflows.json.Json;

/**
 * What the history holds of one run.
 *
 * @param values the chain entries by the names of their variables
 * @param steps the records of the steps, in the order in which they began
 */
record RecordedValues(Map<String, JsonNode> values, List<ObjectNode> steps) {

    static RecordedValues of(List<HistoricVariableInstance> variables) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        Map<Integer, ObjectNode> steps = new TreeMap<>();
        for (HistoricVariableInstance variable : variables) {
            TypedValue typed = variable.getTypedValue();
            JsonNode value = typed instanceof SerializableValue json
                    ? parse(variable, json.getValueSerialized())
                    : NullNode.getInstance();
            if (!ChainVariables.isStep(variable.getName())) {
                values.put(variable.getName(), value);
            } else if (value instanceof ObjectNode step) {
                steps.put(StepRecord.number(step), step);
            }
            if (typed instanceof ChainValue chain
                    && chain.record() != null
                    && parse(variable, chain.record()) instanceof ObjectNode step) {
                steps.put(StepRecord.number(step), step);
            }
        }
        return new RecordedValues(values, List.copyOf(steps.values()));
    }

    private static JsonNode parse(HistoricVariableInstance variable, String text) {
        try {
            return Json.parseOwn(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A recorded value does not hold JSON: " + variable.getName(), e);
        }
    }
}
