package org.camundaflows.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

    private final SafeHtml safe = new SafeHtml();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "<b onclick=\"x()\">b</b> ~ <b>b</b>",
                "a<script>alert(1)</script>b ~ ab",
                "a<style>p{}</style>b<textarea><b>x</b></textarea>c ~ abc",
                "<select><option>x</option></select>a ~ a",
                "<img src=x onerror=y>a ~ a",
                "<custom>a</custom><font color=red>b</font> ~ ab",
                "<div style=\"x\" class=\"y\" id=\"z\">a</div> ~ <div>a</div>",
                "<a href=\"https://a.b\" target=\"_blank\" rel=\"x\">a</a> ~ <a href=\"https://a.b\" target=\"_blank\">a</a>",
                "<a name=\"x\">a</a><a>b</a> ~ <a name=\"x\">a</a><a>b</a>",
                "<a href=\"/r?a:b\">a</a><a href=\"#x\">b</a> ~ <a href=\"/r?a:b\">a</a><a href=\"#x\">b</a>",
                "<a href=\"HTTPS://a.b\">a</a> ~ <a href=\"HTTPS://a.b\">a</a>",
                "<!-- c -->a<?php x ?>b ~ ab",
                "<u>a ~ <u>a</u>"
            })
    void onlyListedElementsAndAttributesStay(String html, String kept) {
        assertThat(safe.sanitize(html)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:x()",
                "JaVaScRiPt:x()",
                " javascript:x()",
                "java\tscript:x()",
                "java\nscript:x()",
                "&#106;avascript:x()",
                "javascript&colon;x()",
                "java<!-- -->script:x()",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "\u0001javascript:x()",
                "\u00a0javascript:x()"
            })
    void addressesOfOtherSchemesGo(String address) {
        assertThat(safe.sanitize("<a href=\"" + address + "\">a</a>")).isEqualTo("<a>a</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mi xlink:href=\"javascript:x\">a",
                "<iframe src=javascript:x><img src=x onerror=alert(1)></iframe>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<textarea></textarea><img src=x onerror=alert(1)>",
                "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">",
                "<a href='x' onmouseover='y'><base href=x><meta http-equiv=refresh content=0>",
                "<b/onclick=x()>a</b>",
                "<a href=\"x\"onclick=\"y\">a</a>",
                "<template><script>x</script></template><form action=x><input onfocus=y autofocus></form>"
            })
    void noMarkupThatRunsSurvives(String html) {
        assertThat(safe.sanitize(html))
                .doesNotContainPattern("(?i)<(?!/?(a|b|p)\\b)|<[^>]*\\bon\\w+\\s*=|<[^>]*javascript");
    }

    @Test
    void bracesStayAsTheyAre() {
        assertThat(safe.sanitize("{{x}} {{{y}}}")).isEqualTo("{{x}} {{{y}}}");
    }
}
