package org.camundaflows.engine;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does something at a given time: the engine's job executor looks for due timers only every few seconds. */
final class Alarm {

    /** Timers farther away than this are found by the job executor alone: nobody notices a second after an hour. */
    private static final Duration FARTHEST = Duration.ofHours(1);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread created = new Thread(task, "flow-alarm");
        created.setDaemon(true);
        return created;
    });

    /** @param left may be negative: then at once */
    @SuppressWarnings("FutureReturnValueIgnored") // a task that fails leaves the timer to the job executor
    void in(Duration left, Runnable task) {
        if (left.compareTo(FARTHEST) < 0) {
            thread.schedule(task, Math.max(0, left.toMillis() + 1), TimeUnit.MILLISECONDS);
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
