package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The environment variables that flows may read as {@code $env}. They are resolved when read and never stored with a
 * run.
 */
public final class FlowEnvironment {

    private volatile ObjectNode values = JsonNodeFactory.instance.objectNode();

    public FlowEnvironment(Map<String, JsonNode> values) {
        set(values);
    }

    /** Replaces all values; runs in progress see the new ones. */
    public void set(Map<String, JsonNode> newValues) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.setAll(newValues);
        this.values = object;
    }

    /** The values by name; must not be changed. */
    public ObjectNode values() {
        return values;
    }
}
