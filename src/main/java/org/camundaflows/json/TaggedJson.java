package org.camundaflows.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON text that keeps what JSON lacks (errors with their class, dates, NaN and Infinity), so that later steps see the
 * same values after a restart. Such a value is an object with one member whose name starts with {@code $flow:}.
 */
public final class TaggedJson {

    private static final String PREFIX = "$flow:";
    static final String DATE = PREFIX + "date";
    static final String NUMBER = PREFIX + "number";
    static final String ERROR = PREFIX + "error";
    static final String OBJECT = PREFIX + "object";

    private TaggedJson() {}

    public static String write(JsonNode value) {
        return Json.write(value, Json.View.TAGGED);
    }

    /** @throws JsonProcessingException if the text is not JSON */
    public static JsonNode read(String text) throws JsonProcessingException {
        JsonNode node = Json.parseOwn(text);
        return hasTags(text) ? untag(node) : node;
    }

    /** Whether a text this class has written may differ from plain JSON. */
    public static boolean hasTags(String text) {
        return text.contains(PREFIX);
    }

    static boolean needsEscape(JsonNode object) {
        return object.size() == 1 && object.fieldNames().next().startsWith(PREFIX);
    }

    static void tag(JsonGenerator out, String tag, String text) throws IOException {
        out.writeStartObject();
        out.writeStringField(tag, text);
        out.writeEndObject();
    }

    static void tag(JsonGenerator out, ErrorValue error) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart(ERROR);
        out.writeStringField("name", error.name());
        out.writeStringField("message", error.message());
        if (error.code() != null) {
            out.writeStringField("code", error.code());
        }
        if (error.status() != null) {
            out.writeNumberField("status", error.status());
        }
        if (error.extensions() != null) {
            out.writeFieldName("extensions");
            Json.write(error.extensions(), out, Json.View.TAGGED);
        }
        out.writeFieldName("own");
        Json.write(error.own(), out, Json.View.TAGGED);
        out.writeEndObject();
        out.writeEndObject();
    }

    private static JsonNode untag(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, untag(array.get(i)));
            }
            return array;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (!needsEscape(object)) {
            return untagMembers(object);
        }
        Map.Entry<String, JsonNode> only = object.properties().iterator().next();
        JsonNode content = only.getValue();
        return switch (only.getKey()) {
            case DATE -> new DateValue(Instant.parse(content.asText())).toNode();
            case NUMBER -> DoubleNode.valueOf(Double.parseDouble(content.asText()));
            case ERROR -> error(content).toNode();
            case OBJECT -> untagMembers((ObjectNode) content);
            default -> untagMembers(object);
        };
    }

    private static ObjectNode untagMembers(ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            field.setValue(untag(field.getValue()));
        }
        return object;
    }

    private static ErrorValue error(JsonNode content) {
        JsonNode status = content.get("status");
        JsonNode extensions = content.get("extensions");
        JsonNode own = untag(content.path("own"));
        return new ErrorValue(
                content.path("name").asText(),
                content.path("message").asText(),
                text(content.get("code")),
                status == null ? null : status.asInt(),
                extensions == null ? null : untag(extensions),
                own instanceof ObjectNode members ? members : JsonNodeFactory.instance.objectNode());
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.asText();
    }
}
