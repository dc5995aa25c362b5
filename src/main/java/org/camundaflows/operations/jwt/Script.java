package org.camundaflows.operations.jwt;

import com.fasterxml.jackson.databind.JsonNode;

/** JavaScript's view of JSON values, on which the rules of the options rest. */
final class Script {

    private Script() {}

    /** Whether a value counts as given: not missing, null, false, zero or the empty text. */
    static boolean isTruthy(JsonNode value) {
        if (value.isTextual()) {
            return !value.textValue().isEmpty();
        }
        if (value.isNumber()) {
            return value.doubleValue() != 0 && !Double.isNaN(value.doubleValue());
        }
        return !value.isMissingNode() && !value.isNull() && !(value.isBoolean() && !value.booleanValue());
    }

    /** Strict equality: same type and value, never for objects and arrays. */
    static boolean isSame(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.doubleValue() == right.doubleValue();
        }
        return left.isValueNode() && left.equals(right);
    }

    static String typeOf(JsonNode value) {
        if (value.isTextual()) {
            return "string";
        }
        return value.isNumber() ? "number" : value.isBoolean() ? "boolean" : "object";
    }
}
