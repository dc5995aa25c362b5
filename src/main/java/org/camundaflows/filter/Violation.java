package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.json.ErrorValue;

/**
 * One rule that does not hold (specification: filters, section 4).
 *
 * @param type what kind of rule it is
 * @param details {@code valid}, {@code invalid} or {@code substring}, or nothing
 * @param wording what the message says of the value, or empty
 */
record Violation(String type, ObjectNode details, String wording) {

    private static final String CODE = "FAILED_VALIDATION";
    private static final int STATUS = 400;

    static Violation of(String type, String wording) {
        return new Violation(type, JsonNodeFactory.instance.objectNode(), wording);
    }

    static Violation of(String type, String wording, String detail, JsonNode value) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.set(detail, value);
        return new Violation(type, details, wording);
    }

    static Violation required() {
        return of("required", "Value is required.");
    }

    /**
     * The error for callers.
     *
     * @param field the first key of the field's path, which is left out of {@code path}
     */
    ErrorValue at(String field, List<String> path) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode().put("field", field);
        path.forEach(extensions.putArray("path")::add);
        extensions.put("type", type).setAll(details);
        String where = path.isEmpty() ? "" : " at \"" + String.join(".", path) + "\"";
        String message = "Validation failed for field \"" + field + "\"" + where + "."
                + (wording.isEmpty() ? "" : " " + wording);
        return ErrorValue.known(CODE, STATUS, message, extensions);
    }
}
