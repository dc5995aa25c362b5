package org.camundaflows.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.camundaflows.json.Json;

/** Compares what a run logged: texts as they are, other values with the JSON of the message. */
final class LogsExpectation {

    private LogsExpectation() {}

    static List<Difference> compare(JsonNode expected, List<String> messages, SavedValues saved) {
        List<JsonNode> entries =
                messages.stream().map(text -> (JsonNode) TextNode.valueOf(text)).toList();
        return new Pairing("logs", saved, LogsExpectation::compareEntry)
                .inOrder(Pairing.Expected.entriesOf(expected), entries);
    }

    private static List<Difference> compareEntry(JsonNode expected, int index, JsonNode message, SavedValues saved) {
        Place place = Place.root("logs[" + index + "]");
        JsonNode actual = expected.isTextual() ? message : read(message);
        boolean numbered = expected.isObject() && expected.has("0");
        return Expectation.compare(expected, numbered ? numbered(actual) : actual, place, saved);
    }

    private static JsonNode read(JsonNode message) {
        try {
            return Json.parse(message.textValue());
        } catch (JsonProcessingException e) {
            return message;
        }
    }

    /** Several arguments of one call are recorded as an object with indices; an array says the same. */
    private static JsonNode numbered(JsonNode actual) {
        if (!actual.isArray()) {
            return actual;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < actual.size(); i++) {
            object.set(Integer.toString(i), actual.get(i));
        }
        return object;
    }
}
