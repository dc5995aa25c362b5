package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camundaflows.json.Json;

/** Makes values that fit an expected value, and values that differ from it in one place. */
final class Mutations {

    private static final String OPEN = "$$open";

    private final JsonNode expected;
    private final List<JsonNode> wrong = new ArrayList<>();

    private Mutations(JsonNode expected) {
        this.expected = expected;
    }

    /** A value that fits: every token replaced by something it stands for. */
    static JsonNode fitting(JsonNode expected) {
        if (expected.isTextual()) {
            return fitting(expected.textValue());
        }
        if (expected.has("$$json")) {
            return TextNode.valueOf(Json.write(fitting(expected.get("$$json"))));
        }
        if (expected.isArray()) {
            ArrayNode array = Json.mapper().createArrayNode();
            expected.forEach(element -> array.add(fitting(element)));
            return array;
        }
        return expected.isObject() ? fittingObject(expected) : expected;
    }

    private static ObjectNode fittingObject(JsonNode expected) {
        ObjectNode object = Json.mapper().createObjectNode();
        expected.properties().forEach(member -> {
            boolean stays =
                    !member.getKey().equals(OPEN) && !member.getValue().asText().equals("$$absent");
            if (stays) {
                object.set(member.getKey(), fitting(member.getValue()));
            }
        });
        if (expected.has(OPEN)) {
            object.put("another member", 1);
        }
        return object;
    }

    private static JsonNode fitting(String expected) {
        if (expected.startsWith("$$contains:")) {
            return TextNode.valueOf("before " + expected.substring(11) + " after");
        }
        if (expected.startsWith("$$save:")) {
            return TextNode.valueOf("saved");
        }
        return switch (expected) {
            case "$$any", "$$number" -> IntNode.valueOf(7);
            case "$$uuid" -> TextNode.valueOf("0d0c0dc0-2885-4cc7-a56a-0386a1342518");
            case "$$timestamp" -> TextNode.valueOf("2024-05-01T10:00:00.000Z");
            default -> TextNode.valueOf(expected.replaceAll("\\$\\$use:\\w+", "saved"));
        };
    }

    /** Values that are each wrong in exactly one place. */
    static List<JsonNode> of(JsonNode expected) {
        Mutations mutations = new Mutations(expected);
        mutations.mutate(expected, fitting(expected), mutations.wrong::add);
        return mutations.wrong;
    }

    private void mutate(JsonNode wanted, JsonNode good, Consumer<JsonNode> found) {
        if (wanted.has("$$json")) {
            JsonNode inner = fitting(wanted.get("$$json"));
            mutate(wanted.get("$$json"), inner, bad -> found.accept(TextNode.valueOf(Json.write(bad))));
        } else if (good instanceof ObjectNode object) {
            mutateObject(wanted, object, found);
        } else if (good instanceof ArrayNode array) {
            mutateArray(wanted, array, found);
        } else if (!wanted.asText().startsWith("$$")) {
            found.accept(changed(good));
        }
    }

    private void mutateObject(JsonNode wanted, ObjectNode good, Consumer<JsonNode> found) {
        for (var member : good.properties()) {
            String name = member.getKey();
            if (wanted.has(name)) {
                ObjectNode without = good.deepCopy();
                without.remove(name);
                found.accept(without);
                mutate(wanted.get(name), member.getValue(), bad -> found.accept(with(good, name, bad)));
            }
        }
        if (!wanted.has(OPEN)) {
            found.accept(with(good, "too much", IntNode.valueOf(1)));
        }
    }

    private void mutateArray(JsonNode wanted, ArrayNode good, Consumer<JsonNode> found) {
        for (int i = 0; i < good.size(); i++) {
            int index = i;
            mutate(wanted.get(i), good.get(i), bad -> {
                ArrayNode copy = good.deepCopy();
                copy.set(index, bad);
                found.accept(copy);
            });
        }
        ArrayNode longer = good.deepCopy();
        found.accept(longer.add(1));
    }

    private static ObjectNode with(ObjectNode object, String name, JsonNode value) {
        ObjectNode copy = object.deepCopy();
        copy.set(name, value);
        return copy;
    }

    private static JsonNode changed(JsonNode good) {
        if (good.isTextual()) {
            return TextNode.valueOf(good.textValue() + "!");
        }
        if (good.isNumber()) {
            return IntNode.valueOf(good.intValue() + 1);
        }
        return good.isBoolean() ? BooleanNode.valueOf(!good.booleanValue()) : IntNode.valueOf(0);
    }
}
