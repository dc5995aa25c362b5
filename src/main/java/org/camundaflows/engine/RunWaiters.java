package org.camundaflows.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Callers in this node that wait for runs which left their thread. */
final class RunWaiters {

    private final Map<String, CompletableFuture<Outcome>> expected = new ConcurrentHashMap<>();

    /** Says that someone will wait; must precede the commit that lets another thread take the run. */
    void expect(String runId) {
        expected.computeIfAbsent(runId, id -> new CompletableFuture<>());
    }

    void complete(Outcome outcome) {
        CompletableFuture<Outcome> waiter = expected.get(outcome.runId());
        if (waiter != null) {
            waiter.complete(outcome);
        }
    }

    /** The outcome of an expected run, or empty when the time is over. */
    Optional<Outcome> await(String runId, Duration bound) {
        CompletableFuture<Outcome> waiter = expected.get(runId);
        if (waiter == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(waiter.get(bound.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            expected.remove(runId);
        }
    }
}
