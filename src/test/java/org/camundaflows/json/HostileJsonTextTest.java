package org.camundaflows.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camundaflows.hostile.HostileJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileJsonTextTest {

    @Provide
    Arbitrary<JsonNode> values() {
        return HostileJson.values(List.of("a", "$flow:date", "$flow:number", "$flow:error", "$flow:object", "$flow:x"));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatAVariableKeepsIsReadAsTheSameValue(@ForAll("values") JsonNode value) throws Exception {
        String text = TaggedJson.write(value);

        assertThat(TaggedJson.write(TaggedJson.read(text))).isEqualTo(text);
        assertThat(Json.writeAudit(TaggedJson.read(text))).isEqualTo(Json.writeAudit(value));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyWrittenTextIsJsonThatAnyEncodingCarries(@ForAll("values") JsonNode value) throws Exception {
        String text = Json.write(value);

        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefused(@ForAll String text) {
        Throwable thrown = catchThrowable(() -> Json.parse(text));

        assertThat(thrown == null || thrown instanceof JsonProcessingException).isTrue();
    }

    @Property(tries = 500)
    void anyTextIsAPathOrRefused(@ForAll String text) {
        Throwable thrown = catchThrowable(() -> JsonPath.parse(text));

        assertThat(thrown == null || thrown instanceof PathException).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, ValueBounds.READ_DEPTH})
    void deepValuesAreKept(int levels) throws Exception {
        String text = "[".repeat(levels) + "]".repeat(levels);

        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
        assertThat(TaggedJson.write(TaggedJson.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void deeperTextsAreRefusedInWordsThatHelp(String open) {
        assertThatThrownBy(() -> Json.parse(open.repeat(10_000)))
                .isInstanceOfSatisfying(JsonProcessingException.class, e -> assertThat(e.getOriginalMessage())
                        .isEqualTo("Document nesting depth (501) exceeds the maximum allowed (500)"));
    }

    @Test
    void whatIsAsDeepAsAValueMayBeSurvivesEveryFormOnASmallStack() throws Exception {
        JsonNode value = HostileJson.nested(ValueBounds.DEPTH, "$flow:object");
        Thread[] small = new Thread[1];
        Throwable[] thrown = new Throwable[1];
        small[0] = new Thread(
                null,
                () -> thrown[0] = catchThrowable(() -> {
                    assertThat(TaggedJson.read(TaggedJson.write(value))).isEqualTo(value);
                    assertThat(Json.parseOwn(Json.writeAudit(value))).isEqualTo(value);
                }),
                "small",
                512 * 1024);
        small[0].start();
        small[0].join();

        assertThat(thrown[0]).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1e99999999, 1e+99999999",
        "-1.50e-99999999, -1.5e-99999999",
        "12e99999999, 1.2e+100000000",
        "1e999999999, 1e+999999999",
    })
    void numbersBeyondAnyRangeKeepTheirDigits(String number, String written) throws Exception {
        JsonNode value = Json.parse("{\"n\":" + number + "}").path("n");

        assertThat(Json.write(value)).isEqualTo(written);
        assertThat(Json.write(TaggedJson.read(TaggedJson.write(value)))).isEqualTo(written);
        assertThat(value.doubleValue()).isNotNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e9999999999",
                "12e2147483647",
                "10e2147483647",
                "1e2147483647",
                "1e-2147483647",
                "0.1e-2147483648",
                "1e1000000001",
                "1e99999999999999999999999999"
            })
    void exponentsThatNoLibraryTakesAreRefused(String number) {
        assertThatThrownBy(() -> Json.parse("[" + number + "]"))
                .isInstanceOfSatisfying(JsonProcessingException.class, e -> assertThat(e.getOriginalMessage())
                        .isEqualTo("A number is out of range"));
    }

    @Test
    void numbersOfManyDigitsAreRefused() {
        assertThatThrownBy(() -> Json.parse("9".repeat(100_000)))
                .isInstanceOfSatisfying(JsonProcessingException.class, e -> assertThat(e.getOriginalMessage())
                        .isEqualTo("Number value length (100000) exceeds the maximum allowed (1000)"));
    }

    @Test
    void halfSurrogatePairsAreEscapedAndWholeOnesNot() throws Exception {
        String written = Json.write(TextNode.valueOf("\ud800 \ud83d\ude00 \udc00\ud800"));

        assertThat(written).isEqualTo("\"\\ud800 \ud83d\ude00 \\udc00\\ud800\"");
        assertThat(Json.parse(written).textValue()).isEqualTo("\ud800 \ud83d\ude00 \udc00\ud800");
    }

    @Test
    void namesOfPrototypesAreMembersLikeAnyOther() throws Exception {
        JsonNode value = Json.parse("{\"__proto__\":{\"a\":1},\"constructor\":{\"prototype\":2}}");

        assertThat(Json.write(value)).isEqualTo("{\"__proto__\":{\"a\":1},\"constructor\":{\"prototype\":2}}");
        assertThat(JsonPath.member(Json.parse("{}"), "__proto__").isMissingNode())
                .isTrue();
    }
}
