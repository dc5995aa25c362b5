package org.camundaflows.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowReader;

/** Flows of all shapes, with texts that are hard to keep; the same seed gives the same flow. */
final class RandomFlows {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n ",
            "\u00a0",
            "\ufeff",
            "plain",
            " around ",
            "two\nlines",
            "\ttab\n\n",
            "a\rb\r\n",
            "${runtimeService.deleteDeployment('x')}",
            "#{execution.setVariable('a', 1)}",
            "{{ $trigger.body.name }}",
            "]]>",
            "<![CDATA[x]]>",
            "<script>alert(\"1\" && '2')</script>",
            "&amp;&#10;&lt;!ENTITY x SYSTEM 'file:///etc/passwd'>",
            "-->",
            "\u0000\u0001\u001f\u007f\u0085",
            "\ud800",
            "a\udfffb",
            "\ufffe\uffff",
            "\u2028\u2029",
            "\ud83d\ude80 日本語 العربية",
            "{\"a\":1}",
            "[1,2",
            "12",
            " 12",
            "true",
            "null",
            "\"quoted\"",
            "back\\slash",
            "x".repeat(5000),
            "a long name of many words ".repeat(12),
            "An-unbreakable-word_".repeat(8),
            "0",
            "$id",
            "$more");

    private static final List<String> TYPES = List.of("log", "sleep", "transform", "mail", "unknown-type");
    private static final List<String> TRIGGERS =
            List.of("webhook", "manual", "event", "schedule", "operation", "fax", "");
    private static final List<String> OPTIONS = List.of(
            "message",
            "milliseconds",
            "json",
            "to",
            "subject",
            "title",
            "body",
            "code",
            "headers",
            "html",
            "$more",
            "$type",
            "no such option",
            "cron",
            "return",
            "method",
            "collections",
            "fields",
            "async",
            "é",
            "\u0001");

    private final Random random;

    RandomFlows(long seed) {
        this.random = new Random(seed);
    }

    Flow flow() {
        ObjectNode flow = NODES.objectNode();
        flow.put("id", id());
        maybe(flow, "name", text());
        maybe(flow, "status", either(NODES.textNode("active"), text()));
        maybe(flow, "accountability", either(NODES.textNode("all"), text()));
        maybe(flow, "icon", text());
        maybe(flow, "color", scalar());
        maybe(flow, "description", text());
        maybe(flow, "trigger", NODES.textNode(one(TRIGGERS)));
        maybe(flow, "options", options());
        maybe(flow, "unheard of", value(2));
        List<String> ids = ids();
        maybe(flow, "operation", NODES.textNode(one(ids, "nowhere")));
        ArrayNode operations = flow.putArray("operations");
        for (int i = 0; i < ids.size(); i++) {
            operations.add(operation(ids, i, flow));
        }
        return new FlowReader().read(flow).flows().get(0);
    }

    private ObjectNode operation(List<String> ids, int index, ObjectNode flow) {
        ObjectNode operation = NODES.objectNode().put("id", ids.get(index));
        maybe(operation, "key", either(NODES.textNode("key" + index), text()));
        maybe(operation, "name", text());
        maybe(operation, "type", either(NODES.textNode(one(TYPES)), text()));
        maybe(operation, "options", options());
        maybe(operation, "resolve", link(ids));
        maybe(operation, "reject", link(ids));
        maybe(operation, "flow", flow.get("id"));
        maybe(operation, "date_created", text());
        int spread = random.nextBoolean() ? 1 : 18;
        maybe(operation, "position_x", NODES.numberNode(random.nextInt(8) * spread - 20));
        maybe(operation, "position_y", NODES.numberNode(random.nextInt(6) * spread));
        if (random.nextInt(30) == 0) {
            operation.put("position_x", 2_000_000_000).put("position_y", -2_000_000_000);
        }
        return operation;
    }

    private JsonNode link(List<String> ids) {
        return random.nextInt(3) == 0 ? NODES.nullNode() : NODES.textNode(one(ids));
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            String id = id();
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private String id() {
        String hostile = one(TEXTS);
        return random.nextBoolean() || hostile.isEmpty()
                ? "00000000-0000-4000-8000-%012d".formatted(random.nextInt(1000000))
                : hostile;
    }

    private JsonNode options() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.objectNode();
            case 1 -> text();
            case 2 -> NODES.arrayNode().add(scalar());
            default -> someOptions();
        };
    }

    private ObjectNode someOptions() {
        ObjectNode options = NODES.objectNode();
        for (int i = random.nextInt(6); i >= 0; i--) {
            options.set(one(OPTIONS), random.nextBoolean() ? text() : value(3));
        }
        return options;
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 2)) {
            case 0 -> text();
            case 1 -> scalar();
            case 2 -> NODES.arrayNode().add(value(depth - 1)).add(value(depth - 1));
            default ->
                NODES.objectNode().<ObjectNode>set(one(TEXTS), value(depth - 1)).set("b", value(depth - 1));
        };
    }

    private JsonNode scalar() {
        return switch (random.nextInt(6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> DecimalNode.valueOf(new BigDecimal("12345678901234567890.123456789"));
            case 4 -> DecimalNode.valueOf(new BigDecimal("1e-30"));
            default -> text();
        };
    }

    private JsonNode text() {
        return NODES.textNode(one(TEXTS));
    }

    private JsonNode either(JsonNode usual, JsonNode odd) {
        return random.nextInt(3) == 0 ? odd : usual;
    }

    /** Sets the member, or null, or nothing. */
    private void maybe(ObjectNode object, String member, JsonNode value) {
        switch (random.nextInt(8)) {
            case 0 -> {}
            case 1 -> object.putNull(member);
            default -> object.set(member, value);
        }
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String one(List<String> values, String other) {
        return values.isEmpty() || random.nextInt(10) == 0 ? other : one(values);
    }
}
