package org.camundaflows.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camundaflows.json.ErrorValue;

/**
 * Hides secrets in a value. The value itself stays as it is: the result shares what did not change and is the very same
 * value when nothing did.
 *
 * @param members what is hidden as a whole
 * @param text what becomes of every other text; returns the same string where there is nothing to hide
 */
record Redaction(SecretMembers members, UnaryOperator<String> text) {

    static final String TEXT = "--redacted--";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final TextNode HIDDEN = TextNode.valueOf(TEXT);

    JsonNode member(String parent, String name, JsonNode value) {
        if (value.isMissingNode()) {
            return value;
        }
        return members.contain(parent, name) ? HIDDEN : value(name, value);
    }

    /** @param parent name of the member that holds the value, seen through arrays */
    JsonNode value(String parent, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object(parent, object);
        }
        if (value instanceof ArrayNode array) {
            return array(parent, array);
        }
        if (value instanceof TextNode) {
            return text(value);
        }
        if (value instanceof POJONode node && node.getPojo() instanceof ErrorValue error) {
            ErrorValue redacted = error(parent, error);
            return redacted.equals(error) ? value : redacted.toNode();
        }
        return value;
    }

    private ObjectNode object(String parent, ObjectNode object) {
        ObjectNode result = object;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = entry.getKey();
            JsonNode kept = members.contain(parent, name) ? HIDDEN : value(name, entry.getValue());
            if (isOther(kept, entry.getValue())) {
                result = isOther(result, object) ? result : copy(object);
                result.set(name, kept);
            }
        }
        return result;
    }

    private ArrayNode array(String parent, ArrayNode array) {
        ArrayNode result = array;
        for (int i = 0; i < array.size(); i++) {
            JsonNode element = array.get(i);
            JsonNode kept = value(parent, hideListedHeader(parent, element));
            if (isOther(kept, element)) {
                result = isOther(result, array) ? result : NODES.arrayNode().addAll(array);
                result.set(i, kept);
            }
        }
        return result;
    }

    /** Headers may also be a list of {@code {"header": name, "value": text}}, as the request operation takes them. */
    private JsonNode hideListedHeader(String parent, JsonNode element) {
        if (parent.equals("headers")
                && element instanceof ObjectNode entry
                && entry.has("value")
                && members.contain(parent, entry.path("header").asText())) {
            return copy(entry).set("value", HIDDEN);
        }
        return element;
    }

    private JsonNode text(JsonNode node) {
        String shown = text.apply(node.textValue());
        return shown.equals(node.textValue()) ? node : TextNode.valueOf(shown);
    }

    private ErrorValue error(String parent, ErrorValue error) {
        return new ErrorValue(
                text.apply(error.name()),
                text.apply(error.message()),
                error.code() == null ? null : text.apply(error.code()),
                error.status(),
                error.extensions() == null ? null : value("extensions", error.extensions()),
                object(parent, error.own()));
    }

    @SuppressWarnings("ReferenceEquality") // what is unchanged is shared, so there is no need to compare contents
    private static boolean isOther(JsonNode node, JsonNode original) {
        return node != original;
    }

    private static ObjectNode copy(ObjectNode object) {
        ObjectNode copy = NODES.objectNode();
        copy.setAll(object);
        return copy;
    }
}
