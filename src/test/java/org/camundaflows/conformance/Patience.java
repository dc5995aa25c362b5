package org.camundaflows.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * How long to wait.
 *
 * @param late for what is expected and not there yet
 * @param settled for what is not expected and might still come
 */
record Patience(Duration late, Duration settled) {

    static final Patience NORMAL = new Patience(Duration.ofSeconds(10), Duration.ofMillis(300));

    private static final Duration POLL = Duration.ofMillis(20);

    /** Less, for what can hardly come late any more because the runs that cause it have finished. */
    Patience afterRuns() {
        return new Patience(late.dividedBy(4), settled);
    }

    /** What a source holds as soon as it holds enough, or else when time is up. */
    <T> List<T> collect(int expected, Supplier<List<T>> source) {
        if (expected == 0) {
            settle();
        } else {
            await(() -> source.get().size() >= expected);
        }
        return source.get();
    }

    /** Waits until the condition holds or time is up. */
    void await(Callable<Boolean> condition) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(late)
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            // The comparison that follows tells what is missing.
        }
    }

    private void settle() {
        Awaitility.await().pollDelay(settled).atMost(settled.plus(late)).until(() -> true);
    }
}
