package org.camundaflows.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;

/**
 * The rendered options of one step, with the conventions all step types share (specification: operations).
 *
 * @param values an object; handlers must not change it or what it holds
 */
public record Options(ObjectNode values) {

    private static final String PROTOTYPE = "__proto__";

    /** The value as it is; missing when absent, NullNode when null. */
    public JsonNode raw(String name) {
        return values.path(name);
    }

    /** The value of {@code name}, or of its older name when {@code name} is absent. */
    public JsonNode raw(String name, String alias) {
        return values.has(name) ? raw(name) : raw(alias);
    }

    /** {@link #object(JsonNode)} of an option. */
    public JsonNode object(String name) {
        return object(raw(name));
    }

    /**
     * A text is parsed as JSON, anything else is taken as it is; missing stays missing. Members {@code __proto__} of
     * parsed objects are dropped: scripts of later steps would take them for more than data.
     *
     * @throws Rejection with a {@code SyntaxError} if a text is not JSON
     */
    public static JsonNode object(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            JsonNode parsed = Json.parse(value.textValue());
            dropPrototypes(parsed);
            return parsed;
        } catch (JsonProcessingException e) {
            throw new Rejection(ErrorValue.plain("SyntaxError", e.getOriginalMessage()));
        }
    }

    private static void dropPrototypes(JsonNode parsed) {
        if (parsed instanceof ObjectNode object) {
            object.remove(PROTOTYPE);
        }
        parsed.forEach(Options::dropPrototypes);
    }

    /** The value as text: objects and null as JSON, others as JavaScript's {@code String(v)}, missing as {@code undefined}. */
    public String text(String name) {
        return Json.display(raw(name));
    }

    /** A text is split at commas without trimming, an array stays, any other value becomes the only entry. */
    public List<JsonNode> array(String name) {
        JsonNode value = raw(name);
        List<JsonNode> entries = new ArrayList<>();
        if (value.isTextual()) {
            for (String part : value.textValue().split(",", -1)) {
                entries.add(TextNode.valueOf(part));
            }
        } else if (value.isArray()) {
            value.forEach(entries::add);
        } else {
            entries.add(value);
        }
        return entries;
    }

    /** Whether the option is absent or null. */
    public boolean isNothing(String name) {
        JsonNode value = raw(name);
        return value.isMissingNode() || value.isNull();
    }
}
