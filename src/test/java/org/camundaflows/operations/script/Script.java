package org.camundaflows.operations.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.operation.DataChain;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.camundaflows.operation.RunLog;

/** Runs scripts against one operation and keeps what they log. */
class Script implements OperationContext, RunLog {

    final List<String> logged = new ArrayList<>();
    private final ExecOperation operation;
    private final ObjectNode data = JsonNodeFactory.instance.objectNode();
    private ObjectNode env = JsonNodeFactory.instance.objectNode();

    Script(ExecOperation operation) {
        this.operation = operation;
        data.putNull("$trigger").putNull("$last").putNull("$accountability").putObject("$env");
    }

    Script with(String name, JsonNode value) {
        data.set(name, value);
        return this;
    }

    Script with(String name, String json) throws Exception {
        return with(name, Json.parse(json));
    }

    Script env(String json) throws Exception {
        env = (ObjectNode) Json.parse(json);
        return this;
    }

    Result run(String code) throws Exception {
        return run(JsonNodeFactory.instance.objectNode().put("code", code));
    }

    Result run(ObjectNode options) throws Exception {
        try {
            return operation.run(new Options(options), this);
        } catch (Rejection e) {
            return Result.rejected(e.value());
        }
    }

    /** What a function body resolves with. */
    JsonNode value(String body) throws Exception {
        Result result = run(function(body));
        if (result instanceof Result.Resolved resolved) {
            return resolved.value();
        }
        throw new AssertionError("Not resolved: " + show(result));
    }

    /** What a function body rejects with. */
    JsonNode rejection(String body) throws Exception {
        return rejectionOf(run(function(body)));
    }

    /** The error a function body rejects with. */
    ErrorValue failure(String body) throws Exception {
        return errorOf(run(function(body)));
    }

    static JsonNode rejectionOf(Result result) {
        if (result instanceof Result.Rejected rejected) {
            return rejected.value();
        }
        throw new AssertionError("Not rejected: " + show(result));
    }

    static ErrorValue errorOf(Result result) {
        return ErrorValue.class.cast(pojo(rejectionOf(result)));
    }

    static DateValue dateOf(JsonNode value) {
        return DateValue.class.cast(pojo(value));
    }

    static Object pojo(JsonNode value) {
        return ((com.fasterxml.jackson.databind.node.POJONode) value).getPojo();
    }

    private static String function(String body) {
        return "module.exports = function (data) { " + body + " };";
    }

    private static String show(Result result) {
        return result instanceof Result.Resolved resolved
                ? Json.writeAudit(resolved.value())
                : result instanceof Result.Rejected rejected ? Json.writeAudit(rejected.value()) : result.toString();
    }

    @Override
    public DataChain chain() {
        return new DataChain() {
            @Override
            public ObjectNode toObject() {
                return data.objectNode().setAll(data);
            }

            @Override
            public JsonNode get(String name) {
                return data.path(name);
            }
        };
    }

    @Override
    public JsonNode accountability() {
        return NullNode.getInstance();
    }

    @Override
    public String flowId() {
        return "f";
    }

    @Override
    public String key() {
        return "run";
    }

    @Override
    public String runId() {
        return "r";
    }

    @Override
    public ObjectNode env() {
        return env;
    }

    @Override
    public RunLog log() {
        return this;
    }

    @Override
    public void info(String message) {
        logged.add("info " + message);
    }

    @Override
    public void warn(String message) {
        logged.add("warn " + message);
    }

    @Override
    public void error(String message) {
        logged.add("error " + message);
    }

    @Override
    public void debug(String message) {
        logged.add("debug " + message);
    }
}
