package org.camundaflows.operations.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.Json;
import org.camundaflows.operation.DataChain;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.RunLog;

/** A step that runs in no flow and keeps what it logs. */
final class Step implements OperationContext, RunLog {

    private final String flow;
    private final List<String> lines = new ArrayList<>();

    Step() {
        this("flow-1");
    }

    Step(String flow) {
        this.flow = flow;
    }

    static Options options(String json) {
        try {
            return new Options((ObjectNode) Json.parse(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    List<String> logged() {
        return lines;
    }

    @Override
    public DataChain chain() {
        throw new UnsupportedOperationException();
    }

    @Override
    public JsonNode accountability() {
        return NullNode.getInstance();
    }

    @Override
    public String flowId() {
        return flow;
    }

    @Override
    public String key() {
        return "send";
    }

    @Override
    public String runId() {
        return "run-1";
    }

    @Override
    public ObjectNode env() {
        return Json.mapper().createObjectNode();
    }

    @Override
    public RunLog log() {
        return this;
    }

    @Override
    public void info(String message) {
        lines.add("info " + message);
    }

    @Override
    public void warn(String message) {
        lines.add("warn " + message);
    }

    @Override
    public void error(String message) {
        lines.add("error " + message);
    }

    @Override
    public void debug(String message) {
        lines.add("debug " + message);
    }
}
