package org.camundaflows.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error kept as a value in the data chain (specification: data-chain, section 3.2). One value, three views: its
 * members for templates, conditions and scripts ({@link #member}), its JSON for callers ({@link #json}), and what the
 * run log shows ({@link #audit}).
 *
 * @param code set together with {@code status} for errors of a known class, null for plain errors
 * @param own further own members; for a plain error these alone make its JSON
 */
public record ErrorValue(
        String name,
        String message,
        @Nullable String code,
        @Nullable Integer status,
        @Nullable JsonNode extensions,
        ObjectNode own) {

    private static final List<String> RECORDED = List.of("code", "cause");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** An error of a known class: it carries its code and HTTP status to the caller. */
    public static ErrorValue known(String code, int status, String message, @Nullable JsonNode extensions) {
        return new ErrorValue("DirectusError", message, code, status, extensions, NODES.objectNode());
    }

    /** An error without code and status, such as {@code TypeError}; its JSON is {@code {}}. */
    public static ErrorValue plain(String name, String message) {
        return new ErrorValue(name, message, null, null, null, NODES.objectNode());
    }

    /** A plain error whose JSON shows name and message and the further members. */
    public static ErrorValue described(String name, String message, ObjectNode more) {
        ObjectNode own = NODES.objectNode().put("name", name).put("message", message);
        own.setAll(more);
        return new ErrorValue(name, message, null, null, null, own);
    }

    public boolean isKnown() {
        return code != null && status != null;
    }

    public POJONode toNode() {
        return new POJONode(this);
    }

    /** A member as templates and conditions read it, or missing. */
    public JsonNode member(String member) {
        JsonNode found =
                switch (member) {
                    case "name" -> TextNode.valueOf(name);
                    case "message" -> TextNode.valueOf(message);
                    case "code" -> code == null ? null : TextNode.valueOf(code);
                    case "status" -> status == null ? null : IntNode.valueOf(status);
                    case "extensions" -> extensions;
                    default -> null;
                };
        if (found != null) {
            return found;
        }
        JsonNode more = own.get(member);
        return more == null ? MissingNode.getInstance() : more;
    }

    /** The JSON form that callers get: without message for errors of a known class. */
    public ObjectNode json() {
        ObjectNode json = NODES.objectNode();
        if (isKnown()) {
            json.put("name", name);
            if (extensions != null) {
                json.set("extensions", extensions);
            }
            json.put("code", code).put("status", status);
        }
        json.setAll(own);
        return json;
    }

    /** The form in the run log: everything known, never a stack trace. Of further members only code and cause. */
    public ObjectNode audit() {
        ObjectNode json = NODES.objectNode().put("name", name).put("message", message);
        if (isKnown()) {
            json.put("code", code).put("status", status);
        }
        if (extensions != null) {
            json.set("extensions", extensions);
        }
        for (String member : RECORDED) {
            if (own.has(member)) {
                json.set(member, own.get(member));
            }
        }
        return json;
    }
}
