package org.camundaflows.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class DotEnvTest {

    @Test
    void valuesMayBeQuoted() {
        assertThat(
                        DotEnv.parse(
                                """
                        A=plain text
                        B="double # no comment"
                        C='single ${X} \\n'
                        D=`back "quote"`
                        """))
                .containsExactly(
                        entry("A", "plain text"),
                        entry("B", "double # no comment"),
                        entry("C", "single ${X} \\n"),
                        entry("D", "back \"quote\""));
    }

    @Test
    void commentsAndOtherLinesArePassedOver() {
        assertThat(DotEnv.parse("# A=1\n\nB=2 # two\n  export C = 3\nno assignment\nD=\n"))
                .containsExactly(entry("B", "2"), entry("C", "3"), entry("D", ""));
    }

    @Test
    void aBackslashStaysExceptForLineBreaksInDoubleQuotes() {
        assertThat(DotEnv.parse("A=a\\b\nB=\"x\\ny\\\"z\"\n"))
                .containsExactly(entry("A", "a\\b"), entry("B", "x\ny\"z"));
    }

    @Test
    void quotedValuesMaySpanLines() {
        assertThat(DotEnv.parse("KEY=\"-----BEGIN\nabc\n-----END\"\r\nNEXT=1"))
                .containsExactly(entry("KEY", "-----BEGIN\nabc\n-----END"), entry("NEXT", "1"));
    }
}
