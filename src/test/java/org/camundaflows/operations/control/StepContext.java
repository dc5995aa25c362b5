package org.camundaflows.operations.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.json.Json;
import org.camundaflows.operation.DataChain;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.RunLog;

/** The surroundings of a step: a chain. */
record StepContext(ObjectNode data) implements OperationContext {

    static StepContext of(String data) {
        return new StepContext((ObjectNode) json(data));
    }

    static JsonNode json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static Options options(String json) {
        return new Options((ObjectNode) json(json));
    }

    @Override
    public DataChain chain() {
        return new DataChain() {
            @Override
            public ObjectNode toObject() {
                return data;
            }

            @Override
            public JsonNode get(String name) {
                return data.path(name);
            }
        };
    }

    @Override
    public JsonNode accountability() {
        return data.path("$accountability");
    }

    @Override
    public String flowId() {
        return "flow";
    }

    @Override
    public String key() {
        return "step";
    }

    @Override
    public String runId() {
        return "run";
    }

    @Override
    public ObjectNode env() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public RunLog log() {
        throw new UnsupportedOperationException("Nothing to log");
    }
}
