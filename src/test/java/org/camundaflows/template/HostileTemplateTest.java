package org.camundaflows.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camundaflows.hostile.HostileJson;
import org.camundaflows.json.Json;
import org.camundaflows.json.PathException;
import org.camundaflows.json.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTemplateTest {

    private static final int MILLION = 1_000_000;
    private static final Duration PROMPTLY = Duration.ofSeconds(10);

    private final Scope scope = Scope.of(JsonNodeFactory.instance.objectNode().put("a", "x"));

    @Provide
    Arbitrary<JsonNode> options() {
        return HostileJson.values(List.of("a", "{{a}}", "{{ a.b[0] }}", "{{a}} {{b", "{{a['x']}}"));
    }

    @Provide
    Arbitrary<String> braces() {
        return Arbitraries.strings().withChars("{}[].'\"` a0\n").ofMaxLength(40);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyOptionsAreRenderedOrRefused(@ForAll("options") JsonNode options) {
        Template template = Template.compile(options);
        Throwable thrown = catchThrowable(() -> Json.write(template.render(scope)));

        assertThat(thrown == null || thrown instanceof PathException).isTrue();
        assertThat(template.faults().isEmpty()).isEqualTo(thrown == null);
    }

    @Property(tries = 2000)
    void anyTextOfBracesIsRenderedOrRefused(@ForAll("braces") String text) {
        Throwable thrown =
                catchThrowable(() -> Template.compile(TextNode.valueOf(text)).render(scope));

        assertThat(thrown == null || thrown instanceof PathException).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "}", "{{", "{{}}", "{{a}}", "{{ a", "{{{a}}}", "{{ {{a}} }}", "{{a[", "{{a['", "{{ ", "{{a."
            })
    void aMillionBracesAreReadInLinearTime(String piece) {
        String text = piece.repeat(MILLION / piece.length());

        Throwable thrown = assertTimeoutPreemptively(
                PROMPTLY,
                () -> catchThrowable(
                        () -> Template.compile(TextNode.valueOf(text)).render(scope)));

        assertThat(thrown == null || thrown instanceof PathException).isTrue();
        if (thrown != null) {
            assertThat(thrown.getMessage()).hasSizeLessThan(5000);
        }
    }

    @Test
    void oneTagOfAMillionCharactersIsRefused() {
        for (String name : List.of("a", " ", "a.", "[0]", "\u00a0")) {
            String text = "{{" + name.repeat(MILLION / name.length()) + "}}";
            Throwable thrown = assertTimeoutPreemptively(
                    PROMPTLY,
                    () -> catchThrowable(
                            () -> Template.compile(TextNode.valueOf(text)).render(scope)));
            assertThat(thrown).as(name).isInstanceOf(PathException.class);
            assertThat(thrown.getMessage()).hasSizeLessThan(5000);
        }
    }

    @Test
    void deepOptionsAreCompiledAndRendered() throws Exception {
        String text = "[".repeat(499) + "{\"a\":\"{{a}}\"}" + "]".repeat(499);
        Template template = Template.compile(Json.parse(text));

        assertThat(Json.write(template.render(scope))).isEqualTo(text.replace("{{a}}", "x"));
        assertThat(template.paths()).hasSize(1);
        assertThat(template.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constructor",
                "__proto__",
                "a.constructor",
                "a.__proto__.polluted",
                "a['constructor']['name']",
                "toString",
                "class",
                "a.getClass",
                "a.bytes",
                "hashCode"
            })
    void nothingBehindTheDataCanBeReached(String path) {
        assertThat(Template.compile(TextNode.valueOf("{{" + path + "}}")).render(scope))
                .isEqualTo(TextNode.valueOf("undefined"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a()", "a.b()", "1+1", "process.exit(1)", "T(java.lang.Runtime)"})
    void nothingIsEvaluated(String path) {
        JsonNode rendered =
                Template.compile(TextNode.valueOf("{{" + path + "}}")).render(scope);

        assertThat(rendered).isEqualTo(TextNode.valueOf("undefined"));
    }

    @Test
    void whatATagBringsInIsNotRenderedAgain() {
        Scope injecting = Scope.of(
                JsonNodeFactory.instance.objectNode().put("a", "{{secret}}").put("secret", "s"));

        assertThat(Template.compile(TextNode.valueOf("{{a}} {{ a }}")).render(injecting))
                .isEqualTo(TextNode.valueOf("{{secret}} {{secret}}"));
    }
}
