package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camundaflows.json.JsonPath;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters with brackets as nested JSON: {@code a[b]=1&c[]=2} is {@code {"a":{"b":"1"},"c":["2"]}}. All leaves are
 * texts. Numbers in brackets make arrays up to index 20, and names of JavaScript's object members are dropped.
 */
final class QueryString {

    private static final int MAX_PARAMETERS = 1000;
    private static final int MAX_DEPTH = 10;
    private static final int MAX_INDEX = 20;
    private static final Set<String> INHERITED = Set.of(
            "__proto__",
            "constructor",
            "prototype",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "toLocaleString",
            "toString",
            "valueOf");

    private QueryString() {}

    static ObjectNode parse(@Nullable String query) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (query == null || query.isEmpty()) {
            return result;
        }
        int count = 0;
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty() && ++count <= MAX_PARAMETERS) {
                add(result, pair);
            }
        }
        result.properties().forEach(field -> field.setValue(compact(field.getValue())));
        return result;
    }

    private static void add(ObjectNode result, String pair) {
        int bracket = pair.indexOf("]=");
        int equals = bracket >= 0 ? bracket + 1 : pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        List<String> segments = segments(name);
        if (segments.stream().noneMatch(INHERITED::contains) && !segments.get(0).isEmpty()) {
            put(result, segments, value);
        }
    }

    private static List<String> segments(String name) {
        List<String> segments = new ArrayList<>();
        int open = name.indexOf('[');
        if (open <= 0 || name.indexOf(']', open) < 0) {
            return List.of(name);
        }
        segments.add(name.substring(0, open));
        while (open >= 0 && segments.size() <= MAX_DEPTH) {
            int close = name.indexOf(']', open);
            if (close < 0) {
                return segments;
            }
            segments.add(name.substring(open + 1, close));
            open = close + 1 < name.length() && name.charAt(close + 1) == '[' ? close + 1 : -1;
        }
        if (open >= 0) {
            segments.add(name.substring(open));
        }
        return segments;
    }

    /** Arrays are built as objects with numbers for names, and compacted at the end. */
    private static void put(ObjectNode target, List<String> segments, String value) {
        ObjectNode object = target;
        for (int i = 0; i < segments.size() - 1; i++) {
            String name = name(object, segments.get(i));
            JsonNode next = object.get(name);
            if (!(next instanceof ObjectNode)) {
                ObjectNode created = JsonNodeFactory.instance.objectNode();
                if (next != null) {
                    created.set("0", next);
                }
                object.set(name, created);
                next = created;
            }
            object = (ObjectNode) next;
        }
        String name = name(object, segments.get(segments.size() - 1));
        JsonNode existing = object.get(name);
        if (existing == null) {
            object.put(name, value);
        } else if (existing instanceof ObjectNode several) {
            several.put(name(several, ""), value);
        } else {
            object.putObject(name).<ObjectNode>set("0", existing).put("1", value);
        }
    }

    private static String name(ObjectNode object, String segment) {
        return segment.isEmpty() ? Integer.toString(object.size()) : segment;
    }

    private static JsonNode compact(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        boolean isArray = !object.isEmpty();
        for (var field : object.properties()) {
            field.setValue(compact(field.getValue()));
            int index = JsonPath.arrayIndex(field.getKey());
            isArray &= index >= 0 && index <= MAX_INDEX;
        }
        if (!isArray) {
            return object;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        object.properties().stream()
                .sorted((a, b) -> Integer.compare(JsonPath.arrayIndex(a.getKey()), JsonPath.arrayIndex(b.getKey())))
                .forEach(field -> array.add(field.getValue()));
        return array;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
