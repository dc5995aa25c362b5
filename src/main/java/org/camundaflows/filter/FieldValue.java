package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.List;
import java.util.Optional;
import org.camundaflows.json.JsonPath;

/**
 * What stands at the path of a field.
 *
 * @param value the value, missing when there is none
 * @param depth how many keys of the path could be followed
 * @param blocked whether the way ended at a value that has no members, not at a missing key
 */
record FieldValue(JsonNode value, int depth, boolean blocked) {

    /** @param indexesArrays whether numeric keys address entries of arrays */
    static FieldValue in(JsonNode payload, FieldPath field, FunctionValues functions, boolean indexesArrays) {
        List<String> segments = field.segments();
        JsonNode current = payload;
        for (int i = 0; i < segments.size(); i++) {
            if (!hasMembers(current, segments.get(i), indexesArrays)) {
                return new FieldValue(MissingNode.getInstance(), i, true);
            }
            Optional<FieldFunction> function = i == segments.size() - 1 ? field.function() : Optional.empty();
            current = function.isPresent()
                    ? functions.apply(function.get(), JsonPath.member(current, field.field()))
                    : JsonPath.member(current, segments.get(i));
            if (current.isMissingNode()) {
                return new FieldValue(current, i + 1, false);
            }
        }
        return new FieldValue(current, segments.size(), false);
    }

    private static boolean hasMembers(JsonNode value, String key, boolean indexesArrays) {
        return value.isArray()
                ? indexesArrays && JsonPath.arrayIndex(key) >= 0
                : value.isObject() || value instanceof POJONode;
    }

    boolean isPresent() {
        return !value.isMissingNode();
    }
}
