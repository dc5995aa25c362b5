package org.camundaflows.trigger;

import java.util.List;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.store.event.Outbox;
import org.camundaflows.store.sql.Database;

/**
 * Starts action flows without an outbox, where the database of the items lets us have no table of our own: a crash between
 * the change and the start loses the event.
 */
public final class UnkeptEvents implements EventDelivery {

    private final Database database;
    private final FlowRuns runs;

    public UnkeptEvents(Database database, FlowRuns runs) {
        this.database = database;
        this.runs = runs;
    }

    @Override
    public void deliver(List<Outbox.Entry> entries) {
        database.afterCommit(() -> entries.forEach(entry -> runs.find(entry.flow())
                .ifPresent(flow -> runs.start(flow, entry.trigger(), entry.accountability(), entry.depth()))));
    }
}
