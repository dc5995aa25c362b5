package org.camundaflows.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.json.Json;

/** Writes flows in the form {@link FlowReader} reads: one object with nested operations. Nothing is lost. */
public final class FlowWriter {

    private FlowWriter() {}

    /** A new object, free to be changed; {@code operations} is its last member. */
    public static ObjectNode toJson(Flow flow) {
        ObjectNode json = flow.json().deepCopy();
        ArrayNode operations = json.arrayNode(flow.operations().size());
        flow.operations().forEach(operation -> operations.add(operation.json().deepCopy()));
        json.remove("operations");
        return json.set("operations", operations);
    }

    /** The JSON text of {@link #toJson}, on one line. */
    public static String write(Flow flow) {
        return Json.write(toJson(flow));
    }
}
