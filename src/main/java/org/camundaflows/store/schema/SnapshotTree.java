package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camundaflows.store.error.ItemErrors;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON of what a YAML reader gives. Entries that refer to others are copied, within limits: a short text can
 * describe a huge tree, or one without an end.
 */
final class SnapshotTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final int maxDepth;
    private int left;

    SnapshotTree(int maxDepth, int maxNodes) {
        this.maxDepth = maxDepth;
        this.left = maxNodes;
    }

    JsonNode node(@Nullable Object value) {
        return node(value, 0);
    }

    private JsonNode node(@Nullable Object value, int depth) {
        left--;
        if (left < 0 || depth > maxDepth) {
            throw ItemErrors.invalidPayload("The snapshot is too large or too deep");
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, member) -> object.set(String.valueOf(key), node(member, depth + 1)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(entry -> array.add(node(entry, depth + 1)));
            return array;
        }
        return scalar(value);
    }

    private static JsonNode scalar(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        return value instanceof Number number
                ? NODES.numberNode(new BigDecimal(number.toString()))
                : NODES.textNode(value.toString());
    }
}
