package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The recordings could not tell which key was wrong; naming it is right as well. */
final class ForeignKeyErrors {

    private static final List<String> UNKNOWN = List.of("collection", "field", "value");

    private ForeignKeyErrors() {}

    /** The expected value, with anything allowed where an {@code INVALID_FOREIGN_KEY} error has null. */
    static JsonNode accept(JsonNode expected) {
        if (!expected.isContainerNode()) {
            return expected;
        }
        JsonNode copy = expected.deepCopy();
        relax(copy);
        return copy;
    }

    private static void relax(JsonNode value) {
        if (value instanceof ObjectNode error && error.path("code").asText().equals("INVALID_FOREIGN_KEY")) {
            relaxMembers(error);
            if (error.get("extensions") instanceof ObjectNode extensions) {
                relaxMembers(extensions);
            }
        }
        value.forEach(ForeignKeyErrors::relax);
    }

    private static void relaxMembers(ObjectNode object) {
        for (String name : UNKNOWN) {
            if (object.has(name) && object.path(name).isNull()) {
                object.put(name, "$$any");
            }
        }
    }
}
