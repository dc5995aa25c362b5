package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.camundaflows.json.Json;

/** Compares an answer by the members a case names, and of the headers only the named ones. */
final class ResponseExpectation {

    private ResponseExpectation() {}

    static List<Difference> compare(JsonNode expected, JsonNode answer, SavedValues saved) {
        ObjectNode open = Json.mapper().createObjectNode();
        expected.properties().forEach(member -> open.set(member.getKey(), member.getValue()));
        open.put("$$open", true);
        if (open.has("headers")) {
            open.set("headers", lowerCase(open.path("headers")).put("$$open", true));
        }
        return Expectation.compare(open, answer, Place.root("response"), saved);
    }

    private static ObjectNode lowerCase(JsonNode headers) {
        ObjectNode lower = Json.mapper().createObjectNode();
        headers.properties().forEach(header -> lower.set(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return lower;
    }
}
