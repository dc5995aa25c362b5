package org.camundaflows.operations.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/** Ends what is under way when its time is over, however busy it looks: an answer that drips endlessly too. */
final class Deadline implements AutoCloseable {

    private static final Cancellable NOTHING = () -> false;

    private final Future<?> timer;
    private volatile Cancellable current = NOTHING;
    private volatile boolean expired;

    Deadline(Duration time, ScheduledExecutorService timers) {
        timer = timers.schedule(this::expire, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** From now on this is what gets cancelled; at once if the time is over already. */
    void watch(Cancellable activity) {
        current = activity;
        if (expired) {
            activity.cancel();
        }
    }

    boolean isExpired() {
        return expired;
    }

    @Override
    public void close() {
        timer.cancel(false);
    }

    private void expire() {
        expired = true;
        current.cancel();
    }
}
