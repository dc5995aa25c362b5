package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.camundaflows.json.Json;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/**
 * Expected headers by lower-case name; others may be present. Media types are compared by their meaning (RFC 9110,
 * section 8.3.1): white space, the order of parameters, and the case of type, parameter names and charset say nothing.
 */
final class HeaderExpectation {

    private static final String CONTENT_TYPE = "content-type";

    private HeaderExpectation() {}

    /** What to compare the actual headers with. */
    static ObjectNode of(JsonNode expected, JsonNode actual) {
        ObjectNode headers = Json.mapper().createObjectNode();
        expected.properties()
                .forEach(header -> headers.set(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        JsonNode sent = actual.path(CONTENT_TYPE);
        if (headers.path(CONTENT_TYPE).isTextual()
                && sent.isTextual()
                && isSameType(headers.path(CONTENT_TYPE).textValue(), sent.textValue())) {
            headers.set(CONTENT_TYPE, sent);
        }
        return headers.put("$$open", true);
    }

    private static boolean isSameType(String expected, String actual) {
        try {
            return MimeTypeUtils.parseMimeType(expected).equals(MimeTypeUtils.parseMimeType(actual));
        } catch (InvalidMimeTypeException e) {
            return false;
        }
    }
}
