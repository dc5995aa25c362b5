package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.camundaflows.json.Json;

/** Tells whether two flows have the same content, for version tags. */
public final class FlowHash {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FlowHash() {}

    /**
     * SHA-256 of the flow in 64 hexadecimal digits. The order of members and of operations does not count, nor who
     * created the flow and its operations and when.
     */
    public static String of(Flow flow) {
        ArrayNode operations = NODES.arrayNode();
        flow.operations().stream()
                .sorted(Comparator.comparing(FlowOperation::id))
                .forEach(operation -> operations.add(content(operation.json())));
        ObjectNode json = content(flow.json());
        json.set("operations", operations);
        return sha256(Json.write(json));
    }

    private static ObjectNode content(ObjectNode json) {
        ObjectNode content = NODES.objectNode();
        content.setAll((ObjectNode) canonical(json));
        content.remove(List.of("date_created", "user_created"));
        return content;
    }

    private static JsonNode canonical(JsonNode value) {
        if (value.isObject()) {
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(value.properties());
            members.sort(Map.Entry.comparingByKey());
            ObjectNode sorted = NODES.objectNode();
            members.forEach(member -> sorted.set(member.getKey(), canonical(member.getValue())));
            return sorted;
        }
        if (value.isArray()) {
            ArrayNode elements = NODES.arrayNode(value.size());
            value.forEach(element -> elements.add(canonical(element)));
            return elements;
        }
        return value;
    }

    /** SHA-256 of the text in 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
