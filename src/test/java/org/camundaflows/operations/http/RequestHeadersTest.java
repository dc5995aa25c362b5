package org.camundaflows.operations.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "\"v\" | v",
                "7 | 7",
                "true | true",
                "\" v \" | v",
                "{\"a\":1} | {\"a\":1}",
                "\"é\" | é",
            })
    void valuesAreSentAsText(String value, String line) throws Exception {
        assertThat(one("{\"header\":\"X-A\",\"value\":" + value + "}").byName())
                .containsExactly(entry("x-a", "X-A", line));
    }

    @Test
    void theLastOfOneNameCountsHoweverItIsSpelled() throws Exception {
        assertThat(one("{\"header\":\"X-A\",\"value\":\"1\"},{\"header\":\"x-a\",\"value\":\"2\"}")
                        .value("X-a"))
                .isEqualTo("2");
    }

    @Test
    void aListIsSentAsSeveralLines() throws Exception {
        assertThat(one("{\"header\":\"X-A\",\"value\":[\"1\",\"2\"]}").byName())
                .containsExactly(entry("x-a", "X-A", "1", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "false"})
    void nullAndFalseKeepAHeaderFromBeingSent(String value) throws Exception {
        RequestHeaders headers = one("{\"header\":\"Accept\",\"value\":" + value + "}");

        assertThat(headers.withDefault("Accept", "x").byName()).containsExactly(entry("accept", "Accept"));
    }

    @Test
    void missingAndNullAreNoHeaders() throws Exception {
        assertThat(RequestHeaders.of(MissingNode.getInstance()).byName()).isEmpty();
        assertThat(RequestHeaders.of(Json.parse("null")).byName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Authorization\":\"x\"}", "{}", "\"text\"", "5", "[null]"})
    void anythingButAListIsRefused(String option) {
        assertThatThrownBy(() -> RequestHeaders.of(Json.parse(option)))
                .isInstanceOf(Rejection.class)
                .hasMessage("\"headers\" must be a list of objects with \"header\" and \"value\"");
    }

    @Test
    void entriesWithoutNameAreIgnored() throws Exception {
        assertThat(one("\"x\",{\"header\":\"\",\"value\":\"v\"}").byName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nX-B: c", "a\\nb", "a\\rb", "a\\u0000b", "\\u20ac", "\\r\\n"})
    void lineBreaksAndWhatCannotBeSentAreRefused(String value) {
        assertThatThrownBy(() -> one("{\"header\":\"X-A\",\"value\":\"" + value + "\"}"))
                .isInstanceOf(Rejection.class)
                .hasMessage("Invalid character in header content [\"X-A\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X A", "X:A", "X\\r\\nA", "é"})
    void aNameMustBeAToken(String name) {
        assertThatThrownBy(() -> one("{\"header\":\"" + name + "\",\"value\":\"v\"}"))
                .isInstanceOf(Rejection.class)
                .hasMessageStartingWith("Header name must be a valid HTTP token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length", "transfer-encoding", "Connection", "TE"})
    void theFramingIsNotTheAuthors(String name) throws Exception {
        assertThat(one("{\"header\":\"" + name + "\",\"value\":\"3\"}").byName())
                .isEmpty();
    }

    private static RequestHeaders one(String entries) throws Exception {
        return RequestHeaders.of(Json.parse("[" + entries + "]"));
    }

    private static java.util.Map.Entry<String, RequestHeaders.Header> entry(String key, String name, String... values) {
        return java.util.Map.entry(key, new RequestHeaders.Header(name, List.of(values)));
    }
}
