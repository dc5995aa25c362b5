package org.camundaflows.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camundaflows.engine.FlowLog;
import org.camundaflows.operation.DataChain;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.RunLog;

/** The data of a hand-written process, passed from step to step in memory, and what its steps need to know. */
final class HandChain implements DataChain, OperationContext {

    private static final ObjectNode ENV = JsonNodeFactory.instance.objectNode();

    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private int steps;
    private String key = "";
    private String run = "";

    HandChain(JsonNode trigger) {
        values.put("$trigger", trigger);
        values.put("$last", trigger);
        values.put("$accountability", NullNode.getInstance());
        values.put("$env", ENV);
    }

    int next(String step, String runId) {
        key = step;
        run = runId;
        return ++steps;
    }

    void put(JsonNode value) {
        values.put(key, value);
        values.put("$last", value);
    }

    @Override
    public JsonNode get(String name) {
        JsonNode value = values.get(name);
        return value == null ? MissingNode.getInstance() : value;
    }

    @Override
    public ObjectNode toObject() {
        return JsonNodeFactory.instance.objectNode().setAll(values);
    }

    @Override
    public DataChain chain() {
        return this;
    }

    @Override
    public JsonNode accountability() {
        return NullNode.getInstance();
    }

    @Override
    public String flowId() {
        return "by-hand";
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String runId() {
        return run;
    }

    @Override
    public ObjectNode env() {
        return ENV;
    }

    @Override
    public RunLog log() {
        return FlowLog.INSTANCE;
    }
}
