package org.camundaflows.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Callers in this node that wait for runs which left their thread. */
final class RunWaiters {

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, CompletableFuture<Outcome>> expected = new ConcurrentHashMap<>();

    /** Says that someone will wait; must precede the commit that lets another thread take the run. */
    void expect(String runId) {
        expected.computeIfAbsent(runId, id -> new CompletableFuture<>());
    }

    boolean isExpected(String runId) {
        return expected.containsKey(runId);
    }

    void complete(Outcome outcome) {
        CompletableFuture<Outcome> waiter = expected.get(outcome.runId());
        if (waiter != null) {
            waiter.complete(outcome);
        }
    }

    /**
     * The outcome of an expected run, or empty when the time is over.
     *
     * @param elsewhere looks whether the run has ended in another node; asked now and then, as nobody tells
     */
    Optional<Outcome> await(String runId, Duration bound, Supplier<Optional<Outcome>> elsewhere) {
        CompletableFuture<Outcome> waiter = expected.get(runId);
        if (waiter == null) {
            return Optional.empty();
        }
        try {
            return await(waiter, System.nanoTime() + bound.toNanos(), elsewhere);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            expected.remove(runId);
        }
    }

    private static Optional<Outcome> await(
            CompletableFuture<Outcome> waiter, long end, Supplier<Optional<Outcome>> elsewhere)
            throws InterruptedException, ExecutionException {
        for (long pause = SHORTEST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            long left = end - System.nanoTime();
            try {
                return Optional.of(waiter.get(Math.max(0, Math.min(pause, left)), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                Optional<Outcome> outcome = elsewhere.get();
                if (outcome.isPresent() || left <= pause) {
                    return outcome;
                }
            }
        }
    }
}
