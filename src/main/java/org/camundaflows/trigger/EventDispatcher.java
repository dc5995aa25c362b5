package org.camundaflows.trigger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.store.event.Outbox;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts action flows from the outbox, in the order of the events. What another node, or an earlier life of this one, left
 * there is found within the polling interval.
 */
public final class EventDispatcher implements EventDelivery, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

    private final Outbox outbox;
    private final Database database;
    private final FlowRuns runs;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "flow-events");
        created.setDaemon(true);
        return created;
    });

    private volatile @Nullable Future<?> looking;

    public EventDispatcher(Outbox outbox, Database database, FlowRuns runs) {
        this.outbox = outbox;
        this.database = database;
        this.runs = runs;
    }

    /** Begins to look for entries. */
    public void start(Duration polling) {
        looking = thread.scheduleWithFixedDelay(this::dispatch, 0, polling.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void deliver(List<Outbox.Entry> entries) {
        outbox.add(entries);
        database.afterCommit(this::wake);
    }

    private void wake() {
        if (wanted.compareAndSet(false, true)) {
            thread.execute(this::dispatch);
        }
    }

    private void dispatch() {
        wanted.set(false);
        try {
            while (outbox.takeNext(this::start) != Outbox.Taken.NOTHING_THERE) {
                // until nothing is there
            }
        } catch (RuntimeException e) {
            LOG.error("Events wait: the database did not answer as expected", e);
        }
    }

    /** A flow that has gone or was switched off since hears of nothing. */
    private void start(Outbox.Entry entry) {
        runs.find(entry.flow())
                .filter(flow -> flow.flow().isActive())
                .ifPresent(flow -> runs.start(flow, entry.trigger(), entry.accountability(), entry.depth()));
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
