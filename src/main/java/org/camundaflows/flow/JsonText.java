package org.camundaflows.flow;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.json.Json;

/** Parses text that anyone may have written. */
final class JsonText {

    private JsonText() {}

    /** @throws JsonProcessingException for everything that is not exactly one JSON value */
    static JsonNode parse(String text) throws JsonProcessingException {
        try {
            return Json.parse(text);
        } catch (NumberFormatException e) {
            // the parser lets this pass for exponents of more than ten digits
            throw new JsonParseException(null, "A number out of range", e);
        }
    }
}
