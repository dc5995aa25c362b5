package org.camundaflows.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;

/** Values made to break whoever reads them. */
public final class HostileJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            "\ud800",
            "a\udfffb",
            "\u0000",
            "\u2028",
            "__proto__",
            "constructor",
            "{{ $trigger.body }}",
            "{{__proto__.constructor}}",
            "{{",
            "}}",
            "$flow:error",
            "$flow:object",
            "$NOW(99999999999 years)",
            "$CURRENT_USER",
            "^(a+)+$",
            "(((((",
            "[[[[",
            "1e99999999",
            "-1e-99999999",
            "0x" + "f".repeat(500),
            "9".repeat(500),
            "2024-02-30T25:61:61Z",
            "+275760-09-13T00:00:00.001Z",
            "http://[::ffff:127.0.0.1]:99999/",
            "a".repeat(5000));

    private static final List<String> NUMBERS = List.of(
            "1e99999999",
            "-1e99999999",
            "1e-99999999",
            "12e999999999",
            "1e400",
            "9007199254740993",
            "0.1",
            "-0.0",
            "123456789012345678901234567890.5");

    private HostileJson() {}

    /** A value of arrays inside each other. */
    public static JsonNode nested(int levels) {
        JsonNode value = NODES.numberNode(1);
        for (int i = 0; i < levels; i++) {
            value = NODES.arrayNode().add(value);
        }
        return value;
    }

    /** A value of objects inside each other. */
    public static JsonNode nested(int levels, String member) {
        JsonNode value = NODES.numberNode(1);
        for (int i = 0; i < levels; i++) {
            value = NODES.objectNode().set(member, value);
        }
        return value;
    }

    /** Any value that can be in a data chain, with names of the caller's choice among its members. */
    public static Arbitrary<JsonNode> values(List<String> names) {
        return values(names, 4);
    }

    public static Arbitrary<ObjectNode> objects(List<String> names) {
        return objects(names, 4);
    }

    private static Arbitrary<JsonNode> values(List<String> names, int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.frequencyOf(
                Tuple.of(5, texts(names).map(NODES::textNode)),
                Tuple.of(3, numbers()),
                Tuple.of(2, Arbitraries.of(NODES.nullNode(), NODES.booleanNode(true), NODES.booleanNode(false))),
                Tuple.of(1, Arbitraries.of(date(), error())));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> array = values(names, depth - 1).list().ofMaxSize(3).map(elements -> NODES.arrayNode()
                .addAll(elements));
        return Arbitraries.frequencyOf(
                Tuple.of(3, leaf),
                Tuple.of(2, array),
                Tuple.of(3, objects(names, depth - 1).map(object -> object)));
    }

    private static Arbitrary<ObjectNode> objects(List<String> names, int depth) {
        Arbitrary<String> keys = Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.of(names)), Tuple.of(1, texts(names)));
        return Arbitraries.maps(keys, values(names, depth)).ofMaxSize(3).map(members -> NODES.objectNode()
                .setAll(members));
    }

    public static Arbitrary<String> texts(List<String> names) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(TEXTS)),
                Tuple.of(2, Arbitraries.of(names)),
                Tuple.of(2, Arbitraries.strings().ofMaxLength(12)));
    }

    private static Arbitrary<JsonNode> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.of(NUMBERS).map(number -> DecimalNode.valueOf(new BigDecimal(number))),
                Arbitraries.longs().map(NODES::numberNode),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0).map(DoubleNode::valueOf),
                Arbitraries.of(NODES.numberNode(BigInteger.TEN.pow(900))));
    }

    private static JsonNode date() {
        return new DateValue(Instant.parse("2024-02-29T00:00:00Z")).toNode();
    }

    private static JsonNode error() {
        return new ErrorValue(
                        "\ud800",
                        "{{x}}",
                        "CODE",
                        999,
                        nested(3, "$flow:date"),
                        NODES.objectNode().set("__proto__", nested(2)))
                .toNode();
    }
}
