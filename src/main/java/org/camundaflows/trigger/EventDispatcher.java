package org.camundaflows.trigger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.store.event.Outbox;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts action flows from the outbox. Of the events of one item, a flow hears of the next when its run for the one before
 * has performed its first step, waits in it, or has failed there. What another node, or an earlier life of this one, left
 * there is found within the polling interval.
 */
public final class EventDispatcher implements EventDelivery, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

    /** How long an entry waits at least for the run of the one before to begin. */
    private static final long BRIEFLY_IN_MILLIS = 25;

    private final Outbox outbox;
    private final Database database;
    private final FlowRuns runs;
    private final ActionFlows flows;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread created = new Thread(task, "flow-events");
        created.setDaemon(true);
        return created;
    });

    private final Executor soon = CompletableFuture.delayedExecutor(BRIEFLY_IN_MILLIS, TimeUnit.MILLISECONDS, thread);

    private volatile @Nullable Future<?> looking;

    public EventDispatcher(Outbox outbox, Database database, FlowRuns runs) {
        this.outbox = outbox;
        this.database = database;
        this.runs = runs;
        this.flows = new ActionFlows(runs);
        // what a closed dispatcher is woken for is kept
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Begins to look for entries. */
    public void start(Duration polling) {
        looking = thread.scheduleWithFixedDelay(this::dispatch, 0, polling.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void deliver(List<Outbox.Entry> entries) {
        outbox.add(entries);
        database.afterCommit(() -> wake(thread));
    }

    private void wake(Executor when) {
        if (wanted.compareAndSet(false, true)) {
            when.execute(this::dispatch);
        }
    }

    private void dispatch() {
        wanted.set(false);
        try {
            do {
                while (outbox.takeNext(flows::start) != Outbox.Taken.NOTHING_THERE) {
                    // until nothing is there, or everything waits
                }
            } while (outbox.settle(runs::yetToBegin));
            if (outbox.hasWaiting()) {
                wake(soon);
            }
        } catch (RuntimeException e) {
            LOG.error("Events wait: the database did not answer as expected", e);
        }
    }

    @Override
    public void close() {
        Future<?> running = looking;
        if (running != null) {
            running.cancel(false);
        }
        thread.shutdownNow();
    }
}
