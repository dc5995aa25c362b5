package org.camundaflows.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "1.50, 1.5",
        "100, 100",
        "1e2, 100",
        "1E+2, 100",
        "0.1, 0.1",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "1.25e-9, 1.25e-9",
        "-12e-10, -1.2e-9",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "123456789.125e15, 1.23456789125e+23",
        "12345678901234567890, 12345678901234567890",
        "0.12345678901234567891, 0.12345678901234567891",
        "1e400, 1e+400"
    })
    void numbersAreWrittenAsJavaScriptDoesWithAllTheirDigits(String json, String written) throws Exception {
        assertThat(Json.write(Json.parse(json))).isEqualTo(written);
        assertThat(Json.display(Json.parse(json))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1.0, 1",
        "1e21, 1e+21",
        "1.7976931348623157E308, 1.7976931348623157e+308",
        "2.0E-3, 0.002",
        "123456.789, 123456.789"
    })
    void doublesAreWrittenShortest(double value, String written) {
        assertThat(Json.write(DoubleNode.valueOf(value))).isEqualTo(written);
    }

    @Test
    void whatIsNoNumberIsNullInJsonAndAWordInText() {
        JsonNode nan = DoubleNode.valueOf(Double.NaN);
        JsonNode endless = DoubleNode.valueOf(Double.NEGATIVE_INFINITY);

        assertThat(Json.write(nan)).isEqualTo("null");
        assertThat(Json.write(JsonNodeFactory.instance.arrayNode().add(endless)))
                .isEqualTo("[null]");
        assertThat(Json.display(nan)).isEqualTo("NaN");
        assertThat(Json.display(endless)).isEqualTo("-Infinity");
    }

    @Test
    void valuesInTextLookAsInJavaScript() throws Exception {
        assertThat(Json.display(MissingNode.getInstance())).isEqualTo("undefined");
        assertThat(Json.display(Json.parse("null"))).isEqualTo("null");
        assertThat(Json.display(Json.parse("\"a\\\"b\""))).isEqualTo("a\"b");
        assertThat(Json.display(Json.parse("true"))).isEqualTo("true");
        assertThat(Json.display(Json.parse("{ \"k\" : [ 1.0 , \"v\" ] }"))).isEqualTo("{\"k\":[1,\"v\"]}");
        assertThat(Json.display(new DateValue(Instant.EPOCH).toNode())).isEqualTo("\"1970-01-01T00:00:00.000Z\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "\"a\\udc00b\"", "\"\\udc00\\ud800\"", "\"\\ud800\\ud83d\\ude00\""})
    void halvesOfCharactersAreEscaped(String json) throws Exception {
        String written = Json.write(Json.parse(json));

        assertThat(written.chars().noneMatch(c -> c == 0xd800 || c == 0xdc00)).isTrue();
        assertThat(Json.parse(written)).isEqualTo(Json.parse(json));
        assertThat(Json.write(Json.parse("\"\\ud83d\\ude00\""))).isEqualTo("\"😀\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1] 2", "{'a':1}", "nul", "NaN", "01", "\"\t\"", "[1,]", "1e99999999999"})
    void textThatIsNotExactlyOneValueIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void valuesFromOutsideHaveFiveHundredLevelsAtMost() throws Exception {
        String deep = "[".repeat(500) + "]".repeat(500);

        assertThat(Json.write(Json.parse(deep))).isEqualTo(deep);
        assertThatThrownBy(() -> Json.parse("[" + deep + "]")).isInstanceOf(JsonProcessingException.class);
        assertThat(Json.write(Json.parseOwn("[" + deep + "]"))).isEqualTo("[" + deep + "]");
    }

    @Test
    void objectsKeepTheOrderOfTheirMembers() throws Exception {
        assertThat(Json.write(Json.parse("{\"b\":1,\"a\":{\"2\":0,\"1\":0}}")))
                .isEqualTo("{\"b\":1,\"a\":{\"2\":0,\"1\":0}}");
    }
}
