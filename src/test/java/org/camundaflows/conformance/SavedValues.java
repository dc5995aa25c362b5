package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camundaflows.json.Json;

/** The values that {@code $$save:NAME} remembers while a case runs, and {@code $$use:NAME} inserts. */
final class SavedValues {

    private static final Pattern USE = Pattern.compile("\\$\\$use:(\\w+)");

    private final Map<String, JsonNode> values = new HashMap<>();

    void save(String name, JsonNode value) {
        values.put(name, value);
    }

    SavedValues copy() {
        SavedValues copy = new SavedValues();
        copy.values.putAll(values);
        return copy;
    }

    void replaceWith(SavedValues other) {
        values.clear();
        values.putAll(other.values);
    }

    /** The value with every {@code $$use} replaced; a text that is nothing else takes the type of the saved value. */
    JsonNode insertInto(JsonNode value) {
        if (value.isTextual()) {
            return insertInto(value.textValue());
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(insertInto(element)));
            return array;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), insertInto(member.getValue())));
            return object;
        }
        return value;
    }

    /** @throws IllegalStateException if the text uses a name that nothing has saved */
    JsonNode insertInto(String text) {
        Matcher use = USE.matcher(text);
        if (use.matches()) {
            return saved(use.group(1));
        }
        return TextNode.valueOf(use.replaceAll(found -> Matcher.quoteReplacement(Json.display(saved(found.group(1))))));
    }

    private JsonNode saved(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalStateException("The case uses " + name + " before anything was saved under that name");
        }
        return Objects.requireNonNull(values.get(name));
    }
}
