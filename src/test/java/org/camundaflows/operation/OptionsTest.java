package org.camundaflows.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.FlowSketch;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    private static Options options(String json) {
        return new Options((ObjectNode) FlowSketch.parse(json));
    }

    @Test
    void anAbsentOptionIsMissingAndANullOneIsNull() {
        Options options = options("{\"n\":null,\"v\":0}");

        assertThat(options.raw("absent").isMissingNode()).isTrue();
        assertThat(options.raw("n").isNull()).isTrue();
        assertThat(options.isNothing("absent")).isTrue();
        assertThat(options.isNothing("n")).isTrue();
        assertThat(options.isNothing("v")).isFalse();
    }

    @Test
    void theCurrentNameWinsOverTheOlderOneEvenWhenNull() {
        assertThat(options("{\"old\":1}").raw("new", "old").asInt()).isEqualTo(1);
        assertThat(options("{\"old\":1,\"new\":2}").raw("new", "old").asInt()).isEqualTo(2);
        assertThat(options("{\"old\":1,\"new\":null}").raw("new", "old").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{\"v\":\"{\\\"a\\\":[1.50]}\"}  | {\"a\":[1.5]}",
                "{\"v\":\"5\"}                   | 5",
                "{\"v\":\"null\"}                | null",
                "{\"v\":{\"a\":\"{}\"}}          | {\"a\":\"{}\"}",
                "{\"v\":[1]}                     | [1]",
                "{\"v\":null}                    | null",
                "{\"v\":\"{\\\"__proto__\\\":1,\\\"a\\\":[{\\\"__proto__\\\":{},\\\"b\\\":1}]}\"} | {\"a\":[{\"b\":1}]}",
                "{\"v\":\"{\\\"\\\\u005f_proto__\\\":1}\"} | {}"
            })
    void aTextIsReadAsJson(String options, String json) {
        assertThat(Json.write(options(options).object("v"))).isEqualTo(json);
    }

    @Test
    void textThatIsNoJsonRejects() {
        assertThatThrownBy(() -> options("{\"v\":\"{x\"}").object("v"))
                .isInstanceOfSatisfying(Rejection.class, rejection -> assertThat(Json.writeAudit(rejection.value()))
                        .contains("\"name\":\"SyntaxError\""));
        assertThat(options("{}").object("v").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "\"a,b\"    | [\"a\",\"b\"]",
                "\"a, b,\"  | [\"a\",\" b\",\"\"]",
                "\"\"       | [\"\"]",
                "[1,\"2,3\"] | [1,\"2,3\"]",
                "5          | [5]",
                "null       | [null]"
            })
    void aListIsAnArrayOrATextWithCommas(String value, String entries) {
        JsonNode array =
                Json.mapper().valueToTree(options("{\"v\":" + value + "}").array("v"));

        assertThat(Json.write(array)).isEqualTo(entries);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {"\"t\" | t", "5.0 | 5", "null | null", "{\"a\":1} | {\"a\":1}", "true | true"})
    void aValueHasAText(String value, String text) {
        assertThat(options("{\"v\":" + value + "}").text("v")).isEqualTo(text);
        assertThat(options("{}").text("v")).isEqualTo("undefined");
    }
}
