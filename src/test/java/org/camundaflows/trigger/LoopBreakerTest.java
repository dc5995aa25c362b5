package org.camundaflows.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.trigger.LoopBreaker.Verdict.ALLOWED;
import static org.camundaflows.trigger.LoopBreaker.Verdict.REFUSED;
import static org.camundaflows.trigger.LoopBreaker.Verdict.TRIPPED;

import java.time.Duration;
import org.camundaflows.store.access.MovableClock;
import org.junit.jupiter.api.Test;

class LoopBreakerTest {

    private final MovableClock clock = new MovableClock();
    private final LoopBreaker breaker = new LoopBreaker(2, clock);

    @Test
    void refusesWhatIsTooMuchInAMinuteAndSaysSoOnce() {
        assertThat(breaker.count("a")).isEqualTo(ALLOWED);
        assertThat(breaker.count("a")).isEqualTo(ALLOWED);
        assertThat(breaker.count("a")).isEqualTo(TRIPPED);
        assertThat(breaker.count("a")).isEqualTo(REFUSED);

        clock.pass(Duration.ofMinutes(1));
        assertThat(breaker.count("a")).isEqualTo(ALLOWED);
    }

    @Test
    void flowsAreCountedApart() {
        breaker.count("a");
        breaker.count("a");
        breaker.count("a");

        assertThat(breaker.count("b")).isEqualTo(ALLOWED);
    }
}
