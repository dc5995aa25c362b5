package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderExpectationTest {

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, application/json;charset=utf-8",
        "application/json; charset=utf-8, Application/JSON ; Charset=UTF-8",
        "multipart/mixed; a=1; b=2, multipart/mixed;b=2;a=1",
    })
    void theSpellingOfAMediaTypeDoesNotCount(String expected, String actual) {
        assertThat(response(expected, actual)).isEmpty();
        assertThat(request(expected, actual)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, application/json",
        "application/json; charset=utf-8, application/json;charset=iso-8859-1",
        "application/json, text/plain",
        "multipart/mixed; a=x, multipart/mixed;a=X",
        "application/json, nonsense",
    })
    void anotherMediaTypeIsADifference(String expected, String actual) {
        assertThat(response(expected, actual)).hasSize(1);
        assertThat(request(expected, actual)).hasSize(1);
    }

    @Test
    void tokensMayStandForAMediaType() {
        assertThat(response("$$contains:json", "application/json")).isEmpty();
        assertThat(response("$$absent", "application/json")).hasSize(1);
    }

    @Test
    void otherHeadersAreComparedLiterally() {
        ObjectNode expected = headers("X-Note", "a; b");
        assertThat(ResponseExpectation.compare(expected, headers("x-note", "a; b"), new SavedValues()))
                .isEmpty();
        assertThat(ResponseExpectation.compare(expected, headers("x-note", "a;b"), new SavedValues()))
                .hasSize(1);
    }

    private static List<Difference> response(String expected, String actual) {
        return ResponseExpectation.compare(
                headers("Content-Type", expected), headers("content-type", actual), new SavedValues());
    }

    private static List<Difference> request(String expected, String actual) {
        return RequestsExpectation.compare(
                Json.mapper().createArrayNode().add(headers("content-type", expected)),
                List.of(headers("content-type", actual)),
                new SavedValues());
    }

    private static ObjectNode headers(String name, String value) {
        ObjectNode message = Json.mapper().createObjectNode();
        message.putObject("headers").put(name, value);
        return message;
    }
}
