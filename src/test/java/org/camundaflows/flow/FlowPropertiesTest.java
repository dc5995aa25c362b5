package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.camundaflows.json.Json;

class FlowPropertiesTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FlowReader reader = new FlowReader();
    private final FlowValidator validator = Installed.validator();

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = "1")
    void whatIsWrittenIsReadAgain(@ForAll("flows") ObjectNode json) {
        Flow flow = Sample.flow(json);

        assertThat(reader.read(FlowWriter.write(flow)).flows()).containsExactly(flow);
        assertThat(FlowWriter.toJson(flow)).isEqualTo(json);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = "2")
    void theHashDoesNotDependOnTheOrderOfMembers(@ForAll("flows") ObjectNode json, @ForAll Random random) {
        Flow flow = Sample.flow(json);
        Flow shuffled = Sample.flow(shuffled(json, random));

        assertThat(FlowHash.of(shuffled)).isEqualTo(FlowHash.of(flow));
        assertThat(FlowHash.of(reader.read(FlowWriter.write(flow)).flows().get(0)))
                .isEqualTo(FlowHash.of(flow));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = "3")
    void aLayoutPlacesEveryOperationAndNoneOverAnother(@ForAll("flows") ObjectNode json) {
        Flow flow = Sample.flow(json);
        List<Position> positions = List.copyOf(FlowLayout.positions(flow).values());

        assertThat(FlowLayout.positions(flow)).hasSameSizeAs(flow.operations());
        for (int i = 0; i < positions.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(positions.get(i).overlaps(positions.get(j))).isFalse();
            }
        }
        assertThat(FlowLayout.needed(FlowLayout.arranged(flow))).isFalse();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = "4")
    void validationOfRandomFlowsIsDeterministic(@ForAll("flows") ObjectNode json) {
        List<FlowIssue> issues = validator.validate(Sample.flow(json));

        assertThat(validator.validate(Sample.flow(json))).isEqualTo(issues);
        assertThat(issues).allSatisfy(issue -> assertThat(issue.path()).startsWith("$"));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "5")
    void anyJsonIsReadOrRefusedAndValidatedWithoutAFault(@ForAll("json") JsonNode json) {
        Throwable thrown = catchThrowable(() -> validator.validate(reader.read(json)));
        Throwable ofText = catchThrowable(() -> validator.validate(reader.read(Json.write(json))));

        assertThat(thrown == null || thrown instanceof FlowReadException).isTrue();
        assertThat(ofText == null).isEqualTo(thrown == null);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "6")
    void wrongTypesAnywhereInAFlowAreIssuesOrRefused(
            @ForAll("flows") ObjectNode flow, @ForAll("json") JsonNode value, @ForAll Random random) {
        replaceOne(flow, value, random);

        Throwable thrown = catchThrowable(() -> {
            for (Flow read : reader.read(flow).flows()) {
                validator.validate(read);
                FlowLayout.arranged(read);
                FlowHash.of(read);
            }
        });

        assertThat(thrown == null || thrown instanceof FlowReadException).isTrue();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "7")
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        Throwable thrown = catchThrowable(() -> reader.read(text));

        assertThat(thrown == null || thrown instanceof FlowReadException).isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "{", "}", "[", "]", "\"", ":", ",", "id", "operations", "1e9", "\\u", "null", "\u0000", " ")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    /** Flows with options of any kind; links go forward, backward and nowhere. */
    @Provide
    Arbitrary<ObjectNode> flows() {
        Arbitrary<String> trigger = Arbitraries.of("event", "webhook", "schedule", "operation", "manual", "other", "");
        return Combinators.combine(
                        trigger,
                        object(2),
                        operation().list().ofMaxSize(12),
                        Arbitraries.integers().between(0, 14))
                .as(FlowPropertiesTest::flow);
    }

    private record Parts(String type, ObjectNode options, int resolve, int reject) {}

    private Arbitrary<Parts> operation() {
        Arbitrary<String> type = Arbitraries.of(
                "condition", "exec", "item-read", "item-create", "log", "request", "transform", "notification", "x");
        Arbitrary<Integer> link = Arbitraries.integers().between(-6, 14);
        return Combinators.combine(type, object(2), link, link).as(Parts::new);
    }

    private static ObjectNode flow(String trigger, ObjectNode options, List<Parts> operations, int entry) {
        ObjectNode flow = NODES.objectNode();
        flow.put("id", "f").put("name", "F").put("trigger", trigger).put("operation", "o" + entry);
        flow.set("options", options);
        ArrayNode list = flow.putArray("operations");
        for (Parts parts : operations) {
            ObjectNode operation = list.addObject();
            operation.put("id", "o" + list.size()).put("key", "k" + list.size()).put("type", parts.type);
            operation.set("options", parts.options);
            operation.put("resolve", parts.resolve < 0 ? null : "o" + parts.resolve);
            operation.put("reject", parts.reject < 0 ? null : "o" + parts.reject);
        }
        return flow;
    }

    @Provide
    Arbitrary<JsonNode> json() {
        return json(3);
    }

    private static Arbitrary<JsonNode> json(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                text().map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.of("0.1", "-12.345", "1e30", "12345678901234567890.5")
                        .map(number -> NODES.numberNode(new BigDecimal(number))),
                Arbitraries.of(NODES.nullNode(), NODES.booleanNode(true)));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> array = json(depth - 1).list().ofMaxSize(3).map(elements -> NODES.arrayNode()
                .addAll(elements));
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaf),
                Tuple.of(1, array),
                Tuple.of(2, object(depth - 1).map(node -> node)));
    }

    private static Arbitrary<ObjectNode> object(int depth) {
        return Arbitraries.maps(names(), json(depth)).ofMaxSize(4).map(members -> NODES.objectNode()
                .setAll(members));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "{{ a..b }}",
                        "{{ $last }}",
                        "{{ k1.x }}",
                        "{{",
                        "{\"a\": {{ k2 }}}",
                        "$NOW",
                        "{}",
                        "[1,",
                        "a,b"),
                Arbitraries.strings().ofMaxLength(8));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "id",
                        "key",
                        "name",
                        "data",
                        "flows",
                        "operations",
                        "operation",
                        "options",
                        "flow",
                        "type",
                        "filter",
                        "query",
                        "payload",
                        "headers",
                        "body",
                        "url",
                        "cron",
                        "return",
                        "scope",
                        "code",
                        "resolve",
                        "reject",
                        "_and",
                        "_or",
                        "a.b",
                        "__proto__"),
                Arbitraries.strings().alpha().ofMaxLength(4));
    }

    private static JsonNode shuffled(JsonNode value, Random random) {
        if (value.isArray()) {
            ArrayNode array = NODES.arrayNode();
            value.forEach(element -> array.add(shuffled(element, random)));
            return array;
        }
        if (!value.isObject()) {
            return value;
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(value.properties());
        Collections.shuffle(members, random);
        ObjectNode object = NODES.objectNode();
        members.forEach(member -> object.set(member.getKey(), shuffled(member.getValue(), random)));
        return object;
    }

    private static void replaceOne(ObjectNode flow, JsonNode value, Random random) {
        List<ObjectNode> objects = new ArrayList<>(List.of(flow));
        flow.path("operations").forEach(operation -> objects.add((ObjectNode) operation));
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        object.set(names.get(random.nextInt(names.size())), value);
    }
}
