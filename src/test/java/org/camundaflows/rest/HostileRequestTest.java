package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.trigger.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class HostileRequestTest {

    private static final int LIMIT = 1_000_000;

    private final RequestReader reader = new RequestReader(LIMIT);

    private JsonNode body(String text) throws Exception {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode body(byte[] bytes) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/flows/trigger/x");
        request.setContentType("application/json");
        request.setContent(bytes);
        return reader.body(request);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 500})
    void deepBodiesAreRead(int levels) throws Exception {
        String text = "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);

        assertThat(Json.write(body(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [               | 10000  | Document nesting depth (501) exceeds the maximum allowed (500)
                    {"a":           | 10000  | Document nesting depth (501) exceeds the maximum allowed (500)
                    [{"__proto__":  | 10000  | Document nesting depth (501) exceeds the maximum allowed (500)
                    9               | 10000  | Number value length (10000) exceeds the maximum allowed (1000)
                    [1e9999999999]  | 1      | A number is out of range
                    [12e2147483647] | 1      | A number is out of range
                    """)
    void whatIsTooDeepOrTooLargeIsRefusedWithTheReason(String piece, int times, String reason) {
        assertThatThrownBy(() -> body(piece.repeat(times))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            ErrorValue error = (ErrorValue) ((POJONode) refusal.thrown()).getPojo();
            assertThat(error.status()).isEqualTo(400);
            assertThat(error.code()).isEqualTo("INVALID_PAYLOAD");
            assertThat(error.message()).contains(reason);
        });
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        assertThatThrownBy(() -> body("\"" + "a".repeat(LIMIT) + "\""))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                                ((ErrorValue) ((POJONode) refusal.thrown()).getPojo()).status())
                        .isEqualTo(413));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"n\":1e99999999}', '{\"n\":1e+99999999}'",
        "'{\"n\":-1e-99999999}', '{\"n\":-1e-99999999}'",
        "'{\"__proto__\":{\"a\":1}}', '{\"__proto__\":{\"a\":1}}'",
        "'{\"s\":\"\\ud800\"}', '{\"s\":\"\\ud800\"}'",
    })
    void oddButLegalJsonIsKept(String text, String kept) throws Exception {
        assertThat(Json.write(body(text))).isEqualTo(kept);
    }

    @Test
    void bytesThatAreNoTextAreReplaced() throws Exception {
        byte[] bytes = {'[', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 0xff, '"', ']'};

        assertThat(body(bytes).get(0).textValue()).matches("\ufffd+");
    }

    @Test
    void numbersAsNamesMakeNoArrayOfTheQuery() throws Exception {
        assertThat(QueryString.parse("0=a&1[0]=b")).isEqualTo(Json.parse("{\"0\":\"a\",\"1\":[\"b\"]}"));
    }

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.strings().withChars("ab[]=&%0291.+").ofMaxLength(60);
    }

    @Property(tries = 2000)
    void anyQueryIsAnObjectOfBoundedDepth(@ForAll("queries") String query) throws Exception {
        ObjectNode parsed = QueryString.parse(query);

        assertThat(Json.parse(Json.write(parsed))).isEqualTo(parsed);
        assertThat(depth(parsed)).isLessThanOrEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "]", "a[", "a[b]", "&", "=", "a=1&", "a[]=1&", "a[0]=1&", "[a]&", "%", "a[b]=1&a=2&"})
    void aMillionCharactersOfAQueryAreReadSoon(String piece) {
        String query = "a" + piece.repeat(1_000_000 / piece.length());

        ObjectNode parsed = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> QueryString.parse(query));

        assertThat(depth(parsed)).isLessThanOrEqualTo(14);
    }

    private static int depth(JsonNode value) {
        int deepest = 0;
        for (JsonNode element : value) {
            deepest = Math.max(deepest, depth(element));
        }
        return value.isContainerNode() ? deepest + 1 : 0;
    }
}
