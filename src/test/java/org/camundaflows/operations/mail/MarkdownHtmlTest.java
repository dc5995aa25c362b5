package org.camundaflows.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownHtmlTest {

    private final MarkdownHtml markdown = new MarkdownHtml();

    /** Without the line breaks that make no difference to a reader. */
    private String render(String text) {
        return markdown.render(text).replaceAll(">\\s+<", "><").strip();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("# H\n\ntext", "<h1>H</h1><p>text</p>"),
                arguments("a\nb", "<p>a\nb</p>"),
                arguments("a  \nb\\\nc", "<p>a<br />\nb<br />\nc</p>"),
                arguments("**b** _i_ snake_case", "<p><strong>b</strong><em>i</em> snake_case</p>"),
                arguments("~~gone~~ ~too~", "<p>gone too</p>"),
                arguments("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
                arguments("3. a\n4. b", "<ol><li>a</li><li>b</li></ol>"),
                arguments("- [ ] a\n- [x] b\n- [] c", "<ul><li>a</li><li>b</li><li>[] c</li></ul>"),
                arguments("```js\na < 1\n```", "<pre><code>a &lt; 1\n</code></pre>"),
                arguments("> q\n\n---", "<blockquote><p>q</p></blockquote><hr />"),
                arguments(
                        "[a](https://b.c/(d)?e=1&f=ä \"t\")",
                        "<p><a href=\"https://b.c/(d)?e=1&amp;f=%C3%A4\">a</a></p>"),
                arguments("![p](https://b.c/p.png)", "<p></p>"),
                arguments("{\"a\": [\"<b>\"]} {{x}}", "<p>{\"a\": [\"<b>\"]} {{x}}</b></p>"),
                arguments(
                        "Items:\n| a | b |\n|---|:-:|\n| 1 |",
                        "<p>Items:</p><table><thead><tr><th>a</th><th>b</th></tr></thead>"
                                + "<tbody><tr><td>1</td><td></td></tr></tbody></table>"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void githubMarkdownIsHtml(String text, String html) {
        assertThat(render(text)).isEqualTo(html);
    }

    static Stream<Arguments> bareAddresses() {
        return Stream.of(
                arguments("see https://a.b/c.", "see <a href=\"https://a.b/c\">https://a.b/c</a>."),
                arguments("HTTP://a.b", "<a href=\"HTTP://a.b\">HTTP://a.b</a>"),
                arguments("(http://a.b/(c))", "(<a href=\"http://a.b/(c)\">http://a.b/(c)</a>)"),
                arguments(
                        "www.a.b, ftp://a.b",
                        "<a href=\"http://www.a.b\">www.a.b</a>, <a href=\"ftp://a.b\">ftp://a.b</a>"),
                arguments("http://a.b/_c_d&lt;", "<a href=\"http://a.b/_c_d\">http://a.b/_c_d</a>&lt;"),
                arguments("me@a.org.", "<a href=\"mailto:me@a.org\">me@a.org</a>."),
                arguments("**http://a.b**", "<strong><a href=\"http://a.b\">http://a.b</a></strong>"),
                arguments("[http://a.b](http://c.d)", "<a href=\"http://c.d\">http://a.b</a>"),
                arguments("[t me@a.org](http://c.d)", "<a href=\"http://c.d\">t me@a.org</a>"),
                arguments(
                        "<a href=\"http://c.d\">http://a.b</a> http://e.f",
                        "<a href=\"http://c.d\">http://a.b</a> <a href=\"http://e.f\">http://e.f</a>"),
                arguments("`http://a.b`", "<code>http://a.b</code>"),
                arguments("foo://a.b www http:// https", "foo://a.b www http:// https"));
    }

    @ParameterizedTest
    @MethodSource("bareAddresses")
    void bareAddressesAreLinks(String text, String html) {
        assertThat(render(text)).isEqualTo("<p>" + html.replace("> <", "><") + "</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "[", "*a ", "`", "<![CDATA[", "<b>", "- a\n", "http://a(", "&#"})
    void hostileTextsEndSoon(String part) {
        String text = part.repeat(MarkdownHtml.MAX_LENGTH / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> markdown.render(text));
    }

    @Test
    void textsThatAreTooLongAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> markdown.render("x".repeat(MarkdownHtml.MAX_LENGTH + 1)))
                .withMessageContaining("longer than 262144 characters");
    }
}
