package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.json.Json;

/** Compares an answer by the members a case names, and of the headers only the named ones. */
final class ResponseExpectation {

    private ResponseExpectation() {}

    static List<Difference> compare(JsonNode expected, JsonNode answer, SavedValues saved) {
        ObjectNode open = Json.mapper().createObjectNode();
        expected.properties().forEach(member -> open.set(member.getKey(), member.getValue()));
        open.put("$$open", true);
        if (open.has("headers")) {
            open.set("headers", HeaderExpectation.of(open.path("headers"), answer.path("headers")));
        }
        return Expectation.compare(open, answer, Place.root("response"), saved);
    }
}
