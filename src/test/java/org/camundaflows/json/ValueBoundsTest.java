package org.camundaflows.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.camundaflows.hostile.HostileJson;
import org.junit.jupiter.api.Test;

class ValueBoundsTest {

    private static final ErrorValue TOO_DEEP =
            ErrorValue.plain("RangeError", "It has more than 512 levels of objects and arrays");
    private static final ErrorValue TOO_LARGE =
            ErrorValue.plain("RangeError", "It is larger than " + ValueBounds.SIZE + " characters");

    private static ErrorValue excess(JsonNode value) {
        return ValueBounds.excess("It", value);
    }

    private static JsonNode error(JsonNode extensions, ObjectNode own) {
        return new ErrorValue("E", "m", null, null, extensions, own).toNode();
    }

    @Test
    void valuesHaveALimitedDepth() {
        assertThat(excess(HostileJson.nested(ValueBounds.DEPTH))).isNull();
        assertThat(excess(HostileJson.nested(ValueBounds.DEPTH, "a"))).isNull();
        assertThat(excess(HostileJson.nested(ValueBounds.DEPTH + 1))).isEqualTo(TOO_DEEP);
        assertThat(excess(HostileJson.nested(100_000, "a"))).isEqualTo(TOO_DEEP);
    }

    @Test
    void membersOfErrorsCount() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ObjectNode deep = nodes.objectNode().set("a", HostileJson.nested(ValueBounds.DEPTH));

        assertThat(excess(error(null, nodes.objectNode()))).isNull();
        assertThat(excess(error(null, deep))).isEqualTo(TOO_DEEP);
        assertThat(excess(error(deep, nodes.objectNode()))).isEqualTo(TOO_DEEP);
    }

    @Test
    void aValueThatHoldsItselfManyTimesIsTooLargeThoughItTakesNoRoom() {
        JsonNode value = TextNode.valueOf("x");
        for (int i = 0; i < 60; i++) {
            value = JsonNodeFactory.instance.arrayNode().add(value).add(value);
        }

        assertThat(excess(value)).isEqualTo(TOO_LARGE);
        assertThat(excess(JsonNodeFactory.instance.objectNode().set("a", value)))
                .isEqualTo(TOO_LARGE);
    }

    @Test
    void textsAndNamesCount() {
        String text = "x".repeat(ValueBounds.SIZE / 2);

        assertThat(excess(JsonNodeFactory.instance.arrayNode().add(text))).isNull();
        assertThat(excess(JsonNodeFactory.instance.arrayNode().add(text).add(text)))
                .isEqualTo(TOO_LARGE);
        assertThat(excess(JsonNodeFactory.instance.objectNode().put(text, text)))
                .isEqualTo(TOO_LARGE);
    }

    @Test
    void theSizeFollowsTheHeap() {
        assertThat(ValueBounds.size(64L << 20)).isEqualTo(8_000_000);
        assertThat(ValueBounds.size(1L << 30)).isEqualTo(67_108_864);
        assertThat(ValueBounds.size(64L << 30)).isEqualTo(128_000_000);
    }
}
