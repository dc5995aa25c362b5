package org.camundaflows.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camundaflows.FlowSketch;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.json.PathException;
import org.camundaflows.json.Scope;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Specification: data-chain, sections 2.1 and 2.2. */
class TemplateTest {

    private static final JsonNode DATA = FlowSketch.parse(
            "{\"$trigger\":{\"body\":{\"a\":{\"b\":[1,{\"c\":\"x\"}],\"n\":null,\"o\":{\"k\":\"v\"},\"t\":true,\"f\":1.5,\"s\":\"str\",\"sp ace\":\"S\",\"hy-phen\":\"H\",\"big\":1e21,\"small\":1e-7,\"q\":\"q\\\"z\"}}}}");

    private static JsonNode render(JsonNode value) {
        return Template.compile(value).render(Scope.of(DATA));
    }

    private static JsonNode render(String text) {
        return render(TextNode.valueOf(text.replace("@", "$trigger.body.a").replace("~", "\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "{{@.o}}|{\"k\":\"v\"}",
                "{{ @.o }}|{\"k\":\"v\"}",
                "{{~@.o~}}|{\"k\":\"v\"}",
                "x{{@.o}}|\"x{\\\"k\\\":\\\"v\\\"}\"",
                "{{ @.o }}~|\"{\\\"k\\\":\\\"v\\\"}\\n\"",
                " {{ @.o }}|\" {\\\"k\\\":\\\"v\\\"}\"",
                "{{@.n}}|null",
                "x{{@.n}}|\"xnull\"",
                "{{@.t}}|true",
                "{{@.t}}{{@.f}}|\"true1.5\"",
                "{{@.f}}|1.5",
                "{{@.big}} {{@.small}}|\"1e+21 1e-7\"",
                "{{@.b[0]}}|1",
                "{{@.b.0}}|1",
                "{{@.b[+0]}}|1",
                "{{@.b[1].c}}|\"x\"",
                "{{@.b[ 0 ]}}|\"1\"",
                "{{@.b[-1]}}|\"undefined\"",
                "{{@.b.length}}|2",
                "{{@.s.length}}|\"undefined\"",
                "{{@.hy-phen}}|\"H\"",
                "{{@[\"hy-phen\"]}}|\"H\"",
                "{{@['hy-phen']}}|\"H\"",
                "{{@.sp ace}}|\"S\"",
                "{{$trigger[body]}}!|\"{\\\"a\\\":{\\\"b\\\":[1,{\\\"c\\\":\\\"x\\\"}],\\\"n\\\":null,\\\"o\\\":{\\\"k\\\":\\\"v\\\"},\\\"t\\\":true,\\\"f\\\":1.5,\\\"s\\\":\\\"str\\\",\\\"sp ace\\\":\\\"S\\\",\\\"hy-phen\\\":\\\"H\\\",\\\"big\\\":1e+21,\\\"small\\\":1e-7,\\\"q\\\":\\\"q\\\\\\\"z\\\"}}!\"",
                "{{ \"x\" }}|\"undefined\"",
                "{{{ @.s }}}|\"undefined}\"",
                "}} x|\"}} x\"",
                "{{ nope }}|\"undefined\"",
                "{{ a } b }}|\"undefined\"",
                "{\"a\":\"{{@.q}}\"}|\"{\\\"a\\\":\\\"q\\\"z\\\"}\"",
                "{{ @.b }}{{@.o}}|\"[1,{\\\"c\\\":\\\"x\\\"}]{\\\"k\\\":\\\"v\\\"}\"",
                "{{constructor}}|\"undefined\"",
                "{{__proto__}}|\"undefined\"",
                "{{@.b()}}|\"undefined\"",
                "no tag|\"no tag\""
            })
    void aTextRendersTo(String text, String json) {
        assertThat(Json.write(render(text))).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{{ x      | Missing \"}}\" in the template for the \"{{\" at position 0 within 1000 characters",
                "ab{{ x }  | Missing \"}}\" in the template for the \"{{\" at position 2 within 1000 characters",
                "{{}}      | Unexpected \"}}\" tag found at position 0",
                "a {{ }}   | Unexpected \"}}\" tag found at position 2",
                "{{{{a}}}} | Variable names cannot have \"{{\". But at position 0. Got \"{{a\"",
                "{{ {{a}} }} | Variable names cannot have \"{{\". But at position 0. Got \"{{a\"",
                "{{a..b}}  | Empty prop name when parsing \"a..b\""
            })
    void aMalformedTextFailsWhenItIsRendered(String text, String message) {
        Template template = Template.compile(TextNode.valueOf(text));

        assertThatThrownBy(() -> template.render(Scope.of(DATA)))
                .isInstanceOfSatisfying(
                        PathException.class, e -> assertThat(e.name()).isEqualTo("SyntaxError"))
                .hasMessage(message);
        assertThat(template.faults()).extracting(Throwable::getMessage).containsExactly(message);
    }

    @Test
    void aNameHasAThousandCharactersAtMost() {
        assertThat(render("{{" + "x".repeat(1000) + "}}").asText()).isEqualTo("undefined");
        assertThatThrownBy(() -> render("{{" + "x".repeat(1001) + "}}")).isInstanceOf(PathException.class);
    }

    @Test
    void textsAreRenderedAtAnyDepthAndKeysNever() {
        JsonNode value =
                FlowSketch.parse("{\"{{@}}\":[{\"x\":\"{{$trigger.body.a.f}}\"},1,null,true],\"plain\":{\"y\":\"z\"}}");

        assertThat(Json.write(render(value)))
                .isEqualTo("{\"{{@}}\":[{\"x\":1.5},1,null,true],\"plain\":{\"y\":\"z\"}}");
        assertThat(Template.compile(value).paths()).hasSize(1);
    }

    @Test
    void anErrorShowsItsMembersAndItsJson() {
        Scope scope = name -> ErrorValue.known("GONE", 410, "left", null).toNode();

        assertThat(Template.compile(TextNode.valueOf("{{op.message}}/{{op.status}}/{{op}}"))
                        .render(scope)
                        .asText())
                .isEqualTo("left/410/{\"name\":\"DirectusError\",\"code\":\"GONE\",\"status\":410}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "{{", "}}", "{{}", "{{ ", "{{a}}", "{{a.", "{{[", "{ {"})
    void aMillionBracesAreReadInLinearTime(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            try {
                Template.compile(TextNode.valueOf(text)).render(Scope.of(DATA));
            } catch (PathException e) {
                assertThat(String.valueOf(e.getMessage()).length()).isLessThan(5000);
            }
        });
    }

    @Provide
    Arbitrary<String> templates() {
        return Arbitraries.of(
                        "{{", "}}", "{", "}", "$trigger", ".body", "[", "]", "\"", "'", "a", " ", "\n", ".", "é", "0")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 1000)
    void anyTextCompilesAndRendersAlike(@ForAll("templates") String text) {
        assertThat(outcome(text)).isEqualTo(outcome(text));
        assertThat(Template.compile(TextNode.valueOf(text)).faults().isEmpty())
                .isEqualTo(!outcome(text).startsWith("fault "));
    }

    @Property(tries = 500)
    void textWithoutTagsStaysAsItIs(@ForAll String text) {
        String plain = text.replace("{{", "{");

        assertThat(Template.compile(TextNode.valueOf(plain))
                        .render(Scope.of(DATA))
                        .textValue())
                .isEqualTo(plain);
    }

    private static String outcome(String text) {
        try {
            return Json.write(Template.compile(TextNode.valueOf(text)).render(Scope.of(DATA)));
        } catch (PathException e) {
            return "fault " + e.getMessage();
        }
    }
}
