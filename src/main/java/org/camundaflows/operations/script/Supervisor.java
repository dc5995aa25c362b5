package org.camundaflows.operations.script;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.camundaflows.operation.Result;
import org.camundaflows.operation.RunLog;
import org.jspecify.annotations.Nullable;

/**
 * Waits for one script on the thread of the step: writes its log entries there and stops it when it uses too much. The
 * waiting thread is the watchdog, so a short script costs no timer and no run leaves a thread behind.
 */
final class Supervisor {

    private static final Duration TICK = Duration.ofMillis(5);

    /** How long a stopped script may take to reach a point where it can stop. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Execution execution;
    private final Failures failures;
    private final Executor threads;
    private final RunLog log;

    Supervisor(Execution execution, Failures failures, Executor threads, RunLog log) {
        this.execution = execution;
        this.failures = failures;
        this.threads = threads;
        this.log = log;
    }

    /** @throws InterruptedException if the waiting thread is interrupted; the script is stopped then */
    Result await() throws InterruptedException {
        try {
            while (true) {
                @Nullable Result end = next(TICK);
                if (end != null) {
                    return end;
                }
                Optional<Result> violation = violation();
                if (violation.isPresent()) {
                    return stop(violation.get());
                }
            }
        } catch (InterruptedException e) {
            threads.execute(execution::cancel);
            throw e;
        }
    }

    private @Nullable Result next(Duration wait) throws InterruptedException {
        Event event = execution.events().poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (event instanceof LogLine line) {
            line.writeTo(log);
        }
        return event instanceof Event.Ended ended ? ended.result() : null;
    }

    private Optional<Result> violation() {
        Usage usage = execution.usage();
        if (usage == null) {
            return Optional.empty();
        }
        ScriptLimits limits = failures.limits();
        if (usage.nanos() > limits.timeout().toNanos()) {
            return Optional.of(failures.timedOut());
        }
        return usage.allocated() > limits.allocation() ? Optional.of(failures.outOfMemory()) : Optional.empty();
    }

    private Result stop(Result violation) throws InterruptedException {
        threads.execute(execution::cancel);
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (next(TICK) == null) {
            if (System.nanoTime() > deadline) {
                log.error("A script could not be stopped: it is inside a long built-in function. Its thread goes on"
                        + " until that ends; restart the application if it never does.");
                break;
            }
        }
        return violation;
    }
}
