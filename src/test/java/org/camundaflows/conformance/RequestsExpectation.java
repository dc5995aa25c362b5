package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Compares what the stub received; only the headers that the case names count. */
final class RequestsExpectation {

    private RequestsExpectation() {}

    static List<Difference> compare(JsonNode expected, List<JsonNode> received, SavedValues saved) {
        return new Pairing("requests", saved, RequestsExpectation::compareRequest)
                .inOrder(Pairing.Expected.entriesOf(expected), received);
    }

    private static List<Difference> compareRequest(JsonNode expected, int index, JsonNode actual, SavedValues saved) {
        ObjectNode open = expected.deepCopy();
        open.put("$$open", true);
        if (open.has("headers")) {
            open.set("headers", HeaderExpectation.of(open.path("headers"), actual.path("headers")));
        }
        return Expectation.compare(open, actual, Place.root("requests[" + index + "]"), saved);
    }
}
