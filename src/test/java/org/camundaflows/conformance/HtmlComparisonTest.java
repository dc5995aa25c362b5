package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<p>a</p>\\n<p>b</p> | <p>a</p><p>b</p>",
                "<p>a  b\\n c</p> | <p>a b c</p>",
                "<ul>\\n<li>a</li>\\n</ul> | <ul><li>a</li></ul>",
                "<p>&quot;a&quot; &amp; b</p> | <p>\"a\" &#38; b</p>",
                "<a href=\"/?a=1&amp;b=2\">x</a> | <a href='/?a=1&b=2'>x</a>",
                "<a href=\"x\" title=\"t\">a</a> | <a title=\"t\" href=\"x\">a</a>",
                "<p>a<b></b></p> | <p>a</p>",
                "<p>a</p><p><b> </b></p> | <p>a</p>",
                "<p>x<b>y</b></p> | <p>x<b>y</p>",
                "<br> | <br/>",
            })
    void spellingDoesNotCount(String one, String other) {
        assertThat(compare(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<p>a</p> | <p>b</p>",
                "<p>a</p> | <div>a</div>",
                "<p>a</p> | a",
                "<p>a b</p> | <p>ab</p>",
                "<p>a <b>c</b></p> | <p>a<b>c</b></p>",
                "<a href=\"x\">a</a> | <a href=\"y\">a</a>",
                "<a href=\"x\">a</a> | <a>a</a>",
                "<a>a</a> | <a target=\"_blank\">a</a>",
                "<p>a<br></p> | <p>a</p>",
                "<p>a<img src=\"x\"></p> | <p>a</p>",
                "<pre>a\\n  b</pre> | <pre>a b</pre>",
                "<pre><code>a\\n  b</code></pre> | <pre><code>a b</code></pre>",
                "<p>&lt;b&gt;</p> | <p><b></b></p>",
                "<table><tr><td></td><td>x</td></tr></table> | <table><tr><td>x</td></tr></table>",
                "<p>a</p><script>x()</script> | <p>a</p>",
            })
    void elementsAttributesAndTextCount(String one, String other) {
        assertThat(compare(one, other)).isFalse();
    }

    private static boolean compare(String expected, String actual) {
        return HtmlComparison.compare(
                        expected.strip().replace("\\n", "\n"), actual.strip().replace("\\n", "\n"), Place.root("html"))
                .isEmpty();
    }
}
