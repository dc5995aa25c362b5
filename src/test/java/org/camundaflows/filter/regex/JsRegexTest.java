package org.camundaflows.filter.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsRegexTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    abc           ~ xabcx        ~ true
                    ^abc$         ~ xabc         ~ false
                    a|b|          ~ zzz          ~ true
                    ^(a|bc)+$     ~ abcbca       ~ true
                    ^(a|bc)+$     ~ abcba        ~ false
                    ^a{2,3}$      ~ a            ~ false
                    ^a{2,3}$      ~ aaa          ~ true
                    ^a{2,3}$      ~ aaaa         ~ false
                    ^a{2}$        ~ aa           ~ true
                    ^a{2,}?$      ~ aaaaa        ~ true
                    a{,3}         ~ a{,3}        ~ true
                    ^x{y}$        ~ x{y}         ~ true
                    ]             ~ ]            ~ true
                    ^[a-c_\\-\\]]+$  ~ a-]_c     ~ true
                    ^[^a-c]+$     ~ xyz          ~ true
                    ^[^a-c]+$     ~ xaz          ~ false
                    ^[a-]+$       ~ a-           ~ true
                    ^[\\w-.]+$    ~ a-b.c        ~ true
                    []            ~ a            ~ false
                    ^[^]$         ~ a            ~ true
                    ^[a&&b]+$     ~ a&b          ~ true
                    ^[[a]$        ~ [            ~ true
                    ^\\d\\D\\w\\W\\s\\S$ ~ 1a_- x ~ true
                    \\bcat\\b     ~ a cat!       ~ true
                    \\bcat\\b     ~ concat       ~ false
                    \\Bcat        ~ concat       ~ true
                    ^(?:a(?=b)|b)+$ ~ abab       ~ true
                    ^(?=.*\\d)(?=.*[a-z]).{4,}$ ~ abc1 ~ true
                    ^(?=.*\\d)(?=.*[a-z]).{4,}$ ~ abcd ~ false
                    ^(?!foo).*$   ~ foobar       ~ false
                    ^(?!foo).*$   ~ barfoo       ~ true
                    (?<=a)b       ~ ab           ~ true
                    (?<=a)b       ~ cb           ~ false
                    (?<!a)b       ~ cb           ~ true
                    (?<=\\$\\d+)\\. ~ $123.      ~ true
                    ^(a+)\\1$     ~ aaaa         ~ true
                    ^(a+)\\1$     ~ aaa          ~ false
                    ^(?<q>['"]).*\\k<q>$ ~ "x"   ~ true
                    ^(?<q>['"]).*\\k<q>$ ~ "x'   ~ false
                    ^\\1(a)$      ~ a            ~ true
                    ^(?:(a)|b)*\\1$ ~ ab         ~ true
                    ^(?:(a)|(b)\\1)+$ ~ ab       ~ true
                    (?<=\\1(a))b  ~ aab          ~ true
                    (?<=\\1(a))b  ~ xab          ~ false
                    ^(?:(?=(a+))a*b\\1)$ ~ aba   ~ true
                    ^\\x41\\u0042\\103$ ~ ABC    ~ true
                    ^\\k$         ~ k            ~ true
                    ^\\a\\-\\/$   ~ a-/          ~ true
                    ^\\8$         ~ 8            ~ true
                    ^\\c$         ~ \\c          ~ true
                    ^\\cA?$       ~ x            ~ false
                    ^(?:a?)*b$    ~ aab          ~ true
                    ^(?:a*)*$     ~ aaa          ~ true
                    ^(?:){5}$     ~ x            ~ false
                    ^(?:a|ab)(?:c|bcd)(?:d*)$ ~ abcd ~ true
                    """)
    void matchesAsJavaScriptDoes(String pattern, String text, boolean expected) {
        assertThat(find(pattern.replace("\\\\", "\\"), text.replace("\\\\", "\\")))
                .isEqualTo(expected);
    }

    @Test
    void dotAndAnchorsStopAtLineEndsOnlyAsInJavaScript() {
        assertThat(find("a.b", "a\nb")).isFalse();
        assertThat(find("a.b", "a\u2028b")).isFalse();
        assertThat(find("a$", "a\n")).isFalse();
        assertThat(find("^b", "a\nb")).isFalse();
        assertThat(find("^\\s$", "\ufeff")).isTrue();
        assertThat(find("^\\cJ$", "\n")).isTrue();
        assertThat(find("^\\0$", "\0")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    (          ~ Unterminated group
                    )          ~ Unmatched ')'
                    a)b        ~ Unmatched ')'
                    *          ~ Nothing to repeat
                    a**        ~ Nothing to repeat
                    a++        ~ Nothing to repeat
                    ^*         ~ Nothing to repeat
                    {2}        ~ Nothing to repeat
                    (?<=a)+    ~ Nothing to repeat
                    [a         ~ Unterminated character class
                    [b-a]      ~ Range out of order in character class
                    a{3,2}     ~ numbers out of order in {} quantifier
                    (?i)a      ~ Invalid group
                    (?>a)      ~ Invalid group
                    (?<1>a)    ~ Invalid capture group name
                    (?<a>x)(?<a>y) ~ Duplicate capture group name
                    (?<a>x)\\k<b> ~ Invalid named capture referenced
                    (?<a>x)\\k  ~ Invalid named reference
                    ((((a{1000}){1000}){1000}){1000}) ~ Regular expression too large
                    """)
    void refusesWhatJavaScriptRefuses(String pattern, String reason) {
        String text = pattern.replace("\\\\", "\\");
        assertThatThrownBy(() -> JsRegex.compile(text))
                .isInstanceOf(InvalidRegexException.class)
                .hasMessage("Invalid regular expression: /" + text + "/: " + reason);
    }

    @Test
    void refusesALoneBackslashAtTheEnd() {
        assertThatThrownBy(() -> JsRegex.compile("a\\")).hasMessageEndingWith("/: \\ at end of pattern");
    }

    @Test
    void refusesAThousandNestedGroups() {
        String pattern = "(".repeat(1000) + ")".repeat(1000);
        assertThatThrownBy(() -> JsRegex.compile(pattern)).hasMessageEndingWith("Regular expression too large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a|a)*$",
                "^(a*)*b$",
                "^(a|aa)+$",
                "^(.*a){20}$",
                "(x+x+)+y",
                "^(?:a?){60}a{60}$",
                "^(?:(?:x?|y?)|(?:x?|y?)){60}b$"
            })
    void bombsWithoutReferencesEndWithTheRightAnswer(String pattern) {
        String text = "a".repeat(5000) + "!";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(find(pattern, text)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+\\1$", "^(?=(a+)+$)b", "^(?:(?=x?|y?)|(?:x?|y?)){60}b$"})
    void otherBombsRunOutOfTheirBudget(String pattern) {
        String text = "a".repeat(5000) + "!";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> find(pattern, text))
                .isInstanceOf(RegexBudgetException.class));
    }

    @Test
    void readsAMegabyteInLinearTime() {
        String text = "lorem ipsum ".repeat(90_000);
        assertThat(find("foo.*bar", text)).isFalse();
        assertThat(find("m$", text.strip())).isTrue();
    }

    @Test
    void severalMatchesShareABudget() {
        RegexBudget budget = new RegexBudget(1000);
        JsRegex regex = JsRegex.compile("b");
        assertThat(regex.find("a".repeat(400), budget)).isFalse();
        assertThatThrownBy(() -> regex.find("a".repeat(900), budget)).isInstanceOf(RegexBudgetException.class);
    }

    private static boolean find(String pattern, String text) {
        return JsRegex.compile(pattern).find(text, RegexBudget.standard());
    }
}
