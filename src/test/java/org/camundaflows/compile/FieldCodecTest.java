package org.camundaflows.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Option.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCodecTest {

    private static final List<Option> KNOWN = List.of(
            Option.of("text", "Text", Kind.TEXT, "").withAlias("older"), Option.of("json", "JSON", Kind.JSON, ""));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"text\":\"plain\"}      | plain | ``",
                "{\"text\":\"12\"}         | 12    | ``",
                "{\"json\":\"words\"}      | ``    | words",
                "{\"json\":\"12\"}         | ``    | \"12\"",
                "{\"json\":12}             | ``    | 12",
                "{\"json\":{\"a\":[null]}} | ``    | {\"a\":[null]}",
                "{}                        | ``    | ``"
            })
    void everyKnownOptionHasAText(String options, String text, String json) throws Exception {
        Map<String, String> texts = FieldCodec.encode((ObjectNode) Json.parse(options), KNOWN, empty());

        assertThat(texts).containsExactly(Map.entry("text", text), Map.entry("json", json), Map.entry("$more", ""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"text\":null}",
                "{\"text\":\"\"}",
                "{\"text\":\" \"}",
                "{\"text\":12}",
                "{\"text\":\"\\r\"}",
                "{\"text\":\"\\ud800\"}",
                "{\"json\":null}",
                "{\"unknown\":\"é\"}"
            })
    void whatTextsCannotSayIsKeptAside(String options) throws Exception {
        Map<String, String> texts = FieldCodec.encode((ObjectNode) Json.parse(options), KNOWN, empty());

        assertThat(texts).containsEntry("text", "").containsEntry("json", "");
        assertThat(texts.get("$more")).isEqualTo("{\"options\":" + ascii(options) + "}");
        assertThat(FieldCodec.decode(texts, KNOWN)).isEqualTo(Json.parse(options));
    }

    @Test
    void anOlderNameOfAnOptionIsKeptAsATextOfItsOwn() throws Exception {
        Map<String, String> texts = FieldCodec.encode((ObjectNode) Json.parse("{\"older\":\"x\"}"), KNOWN, empty());

        assertThat(texts).containsEntry("text", "").containsEntry("older", "x");
        assertThat(FieldCodec.decode(texts, KNOWN)).isEqualTo(Json.parse("{\"older\":\"x\"}"));
    }

    @Test
    void blankTextsAndBrokenLeftoversAreNoOptions() {
        assertThat(FieldCodec.decode(Map.of("text", " \n ", "json", "", "$more", "{broken"), KNOWN))
                .isEmpty();
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String ascii(String json) {
        return json.replace("é", "\\u00e9");
    }
}
