package org.camundaflows.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What JSON lacks comes back from a text that keeps it. */
class TaggedJsonTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 500)
    void everyValueComesBack(@ForAll("values") JsonNode value) throws Exception {
        JsonNode back = TaggedJson.read(TaggedJson.write(value));

        assertThat(back).isEqualTo(value);
        assertThat(Json.write(back)).isEqualTo(Json.write(value));
        assertThat(Json.writeAudit(back)).isEqualTo(Json.writeAudit(value));
    }

    @Property(tries = 200)
    void plainJsonIsReadBackAsItWasWritten(@ForAll("values") JsonNode value) throws Exception {
        String json = Json.write(value);

        assertThat(Json.write(Json.parse(json))).isEqualTo(json);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                Arbitraries.strings()
                        .ofMaxLength(8)
                        .filter(TaggedJsonTest::isWhole)
                        .map(TextNode::valueOf),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
                        .ofScale(6)
                        .map(n -> parse(Json.number(NODES.numberNode(n)))),
                Arbitraries.of(
                        NullNode.getInstance(),
                        NODES.booleanNode(true),
                        DoubleNode.valueOf(Double.NaN),
                        DoubleNode.valueOf(Double.POSITIVE_INFINITY),
                        new DateValue(Instant.ofEpochMilli(1234567890123L)).toNode(),
                        ErrorValue.plain("TypeError", "x").toNode()));
        return nested(scalars, 3);
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }

    private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner, int levels) {
        if (levels == 0) {
            return inner;
        }
        Arbitrary<JsonNode> next = nested(inner, levels - 1);
        Arbitrary<String> names = Arbitraries.of(
                "a", "b", "", "$flow:date", "$flow:error", "$flow:object", "$flow:number", "$flow:other", "__proto__");
        Arbitrary<JsonNode> objects = Arbitraries.maps(names, next).ofMaxSize(2).map(TaggedJsonTest::object);
        Arbitrary<JsonNode> arrays =
                next.list().ofMaxSize(3).map(list -> NODES.arrayNode().addAll(list));
        Arbitrary<JsonNode> errors = Combinators.combine(next, objects)
                .as((extensions, own) -> new ErrorValue("E", "m", "C", 400, extensions, (ObjectNode) own).toNode());
        return Arbitraries.oneOf(List.of(inner, objects, arrays, errors));
    }

    private static JsonNode object(Map<String, JsonNode> members) {
        return NODES.objectNode().setAll(members);
    }

    private static JsonNode parse(String json) {
        try {
            return Json.parse(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
