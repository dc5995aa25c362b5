package org.camundaflows.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Specification: data-chain, section 2.3. */
class JsonPathTest {

    private static final JsonNode DATA = FlowSketch.parse(
            "{\"a\":{\"b\":[1,{\"c\":\"x\"}],\"c d\":{\"e\":2},\"c.d\":3,\"q'r\":4,\"hy-phen\":5,\"s\":\"text\",\"n\":null,\"0\":6},\"a.b\":{\"x\":7}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "a.b[0]                | 1",
                "a.b.0                 | 1",
                "a.b[+0]               | 1",
                "a.b[ 0 ]              | 1",
                "a . b . length        | 2",
                "a.b[1].c              | \"x\"",
                "a.b[1][c]             | \"x\"",
                "a[\"c d\"].e          | 2",
                "a['c d']['e']         | 2",
                "a[`c d`].e            | 2",
                "a.c d.e               | 2",
                "a[\"c.d\"]            | 3",
                "a[c.d]                | 3",
                "a[\"q'r\"]            | 4",
                "a.q'r                 | 4",
                "a.hy-phen             | 5",
                "a.0                   | 6",
                "[\"a.b\"].x           | 7",
                "[a].s                 | \"text\"",
                "a.n                   | null"
            })
    void aPathFindsItsValue(String path, String json) {
        assertThat(JsonPath.parse(path).in(Scope.of(DATA))).isEqualTo(FlowSketch.parse(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope",
                "a.b[-1]",
                "a.b[2]",
                "a.b[00]",
                "a.b[99999999999]",
                "a.s.length",
                "a.n.x",
                "a.b.constructor",
                "__proto__",
                "a.toString",
                "a.b[0].toFixed",
                "a.length",
                "\"a\""
            })
    void whatIsNotThereIsMissing(String path) {
        assertThat(JsonPath.parse(path).in(Scope.of(DATA)).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "a..b    | Empty prop name when parsing \"a..b\"",
                ".a      | Unexpected . at the start of \".a\"",
                "a.      | Unexpected \".\" at the end of \"a.\"",
                "a[      | Missing ] in varName \"a[\"",
                "a[]     | Unexpected token ]",
                "a[ ]    | Unexpected token ]",
                "a[\"b]  | Mismatching string quotation: \"\"b\"",
                "a[[0]   | Missing ] in varName \"[0\"",
                "a[0]b   | Missing . at the start of \"b\""
            })
    void aBadPathIsASyntaxError(String path, String message) {
        assertThatThrownBy(() -> JsonPath.parse(path))
                .isInstanceOfSatisfying(
                        PathException.class, e -> assertThat(e.name()).isEqualTo("SyntaxError"))
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void anEmptyPathIsASyntaxError(String path) {
        assertThatThrownBy(() -> JsonPath.parse(path)).isInstanceOf(PathException.class);
    }

    @Test
    void aPathHasTenSegmentsAtMost() {
        assertThat(JsonPath.parse("a.b.c.d.e.f.g.h.i.j").segments()).hasSize(10);
        assertThatThrownBy(() -> JsonPath.parse("a.b.c.d.e.f.g.h.i.j.k"))
                .isInstanceOfSatisfying(
                        PathException.class, e -> assertThat(e.name()).isEqualTo("ReferenceError"))
                .hasMessage(
                        "The path cannot be deeper than 10 levels. Got \"a > b > c > d > e > f > g > h > i > j > k\"");
    }

    @Property(tries = 500)
    void anyTextIsAPathOrAPathException(@ForAll String text) {
        try {
            JsonPath.parse(text).in(Scope.of(DATA));
        } catch (PathException e) {
            assertThat(e.name()).isIn("SyntaxError", "ReferenceError");
        }
    }
}
