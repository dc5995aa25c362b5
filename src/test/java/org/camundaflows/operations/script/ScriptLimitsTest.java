package org.camundaflows.operations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptLimitsTest {

    @Test
    void defaultsAreThoseOfTheReference() {
        ScriptLimits limits = ScriptLimits.defaults();

        assertThat(limits.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.memory()).isEqualTo(32L << 20);
        assertThat(limits.allocation()).isEqualTo(256L << 20);
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        ScriptLimits limits = ScriptLimits.defaults();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.withTimeout(Duration.ZERO))
                .withMessageContaining("time limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.withTimeout(Duration.ofDays(2)))
                .withMessageContaining("time limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.withMemory(1000))
                .withMessageContaining("memory limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.withMemory(Long.MAX_VALUE))
                .withMessageContaining("memory limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScriptLimits(limits.timeout(), limits.memory(), -1, 100, 100))
                .withMessageContaining("statement limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScriptLimits(limits.timeout(), limits.memory(), 0, 1, 100))
                .withMessageContaining("stack frames");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScriptLimits(limits.timeout(), limits.memory(), 0, 100, 0))
                .withMessageContaining("output size");
    }
}
