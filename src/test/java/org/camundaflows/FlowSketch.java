package org.camundaflows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.json.Json;

/** Writes flows for tests in few words: steps follow each other, ids come from names. */
public final class FlowSketch {

    private final ObjectNode flow;
    private final List<ObjectNode> steps = new ArrayList<>();

    private FlowSketch(String name) {
        flow = JsonNodeFactory.instance
                .objectNode()
                .put("id", id(name))
                .put("name", name)
                .put("status", "active");
    }

    /** A webhook for POST that answers with its whole chain. */
    public static FlowSketch webhook(String name) {
        return new FlowSketch(name).trigger("webhook").option("method", "POST").option("return", "$all");
    }

    /** A flow that others call; it returns its last result. */
    public static FlowSketch called(String name) {
        return new FlowSketch(name).trigger("operation").option("return", "$last");
    }

    public static FlowSketch schedule(String name, String cron) {
        return new FlowSketch(name).trigger("schedule").option("cron", cron);
    }

    /** The id of the flow of that name. */
    public static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public static JsonNode parse(String json) {
        try {
            return Json.parse(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    public FlowSketch trigger(String trigger) {
        flow.put("trigger", trigger);
        return this;
    }

    public FlowSketch option(String name, String value) {
        flow.withObjectProperty("options").put(name, value);
        return this;
    }

    public FlowSketch option(String name, boolean value) {
        flow.withObjectProperty("options").put(name, value);
        return this;
    }

    public FlowSketch option(String name, int value) {
        flow.withObjectProperty("options").put(name, value);
        return this;
    }

    public FlowSketch option(String name, JsonNode value) {
        flow.withObjectProperty("options").set(name, value);
        return this;
    }

    /** @param value a text, or null for JSON's null */
    public FlowSketch member(String name, String value) {
        flow.put(name, value);
        return this;
    }

    /** A step after the one before; the first one begins the flow. */
    public FlowSketch step(String key, String type, JsonNode options) {
        if (!steps.isEmpty()) {
            last().put("resolve", stepId(steps.size()));
        }
        return add(key, type, options);
    }

    public FlowSketch step(String key, String type, String options) {
        return step(key, type, parse(options));
    }

    public FlowSketch transform(String key, String json) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.set("json", parse(json));
        return step(key, "transform", options);
    }

    public FlowSketch sleep(String key, long milliseconds) {
        return step(key, "sleep", "{\"milliseconds\":" + milliseconds + "}");
    }

    /** A step that runs when the one before rejects. Further steps follow it. */
    public FlowSketch otherwise(String key, String type, String options) {
        last().put("reject", stepId(steps.size()));
        return add(key, type, parse(options));
    }

    /** Renames the last step; its key stays. */
    public FlowSketch named(String name) {
        last().put("name", name);
        return this;
    }

    private FlowSketch add(String key, String type, JsonNode options) {
        ObjectNode step = JsonNodeFactory.instance
                .objectNode()
                .put("id", stepId(steps.size()))
                .put("key", key)
                .put("name", key)
                .put("type", type)
                .put("position_x", 19 + 18 * steps.size())
                .put("position_y", 1);
        step.set("options", options);
        step.putNull("resolve").putNull("reject").put("flow", flow.path("id").asText());
        steps.add(step);
        return this;
    }

    private ObjectNode last() {
        return steps.get(steps.size() - 1);
    }

    private String stepId(int index) {
        return id(flow.path("name").asText() + "/" + index);
    }

    /** The id of a step by its position. */
    public String step(int index) {
        return stepId(index);
    }

    public String id() {
        return flow.path("id").asText();
    }

    public ObjectNode json() {
        ObjectNode json = flow.deepCopy();
        json.put("operation", steps.isEmpty() ? null : stepId(0));
        json.putArray("operations").addAll(steps);
        return json;
    }

    public Flow flow() {
        return new FlowReader().read(json()).flows().get(0);
    }
}
