package org.camundaflows.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void aValueServesForItsTimeAndNoLonger() {
        Cached<Integer> value = new Cached<>(lookups::incrementAndGet, TEN_SECONDS, time::get);

        assertThat(value.get()).isEqualTo(1);
        time.addAndGet(TEN_SECONDS.toNanos() - 1);
        assertThat(value.get()).isEqualTo(1);
        time.addAndGet(1);
        assertThat(value.get()).isEqualTo(2);
        assertThat(value.get()).isEqualTo(2);
    }

    @Test
    void duringALookUpOthersGetTheValueBefore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Cached<Integer> value = new Cached<>(
                () -> {
                    int lookup = lookups.incrementAndGet();
                    if (lookup == 2) {
                        begun.countDown();
                        await(goOn);
                    }
                    return lookup;
                },
                TEN_SECONDS,
                time::get);
        value.get();
        time.addAndGet(TEN_SECONDS.toNanos());

        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(value::get);
        await(begun);
        assertThat(value.get()).isEqualTo(1);
        goOn.countDown();

        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(lookups).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
