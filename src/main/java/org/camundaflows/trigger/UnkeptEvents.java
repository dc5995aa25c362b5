package org.camundaflows.trigger;

import java.util.List;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.store.event.Outbox;
import org.camundaflows.store.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts action flows without an outbox, where the database of the items lets us have no table of our own: a crash between
 * the change and the start loses the event, and nothing keeps runs for one item in order.
 */
public final class UnkeptEvents implements EventDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(UnkeptEvents.class);

    private final Database database;
    private final ActionFlows flows;

    public UnkeptEvents(Database database, FlowRuns runs) {
        this.database = database;
        this.flows = new ActionFlows(runs);
    }

    @Override
    public void deliver(List<Outbox.Entry> entries) {
        database.afterCommit(() -> entries.forEach(this::start));
    }

    /** The change has taken effect: whoever made it is not to be told that it failed. */
    private void start(Outbox.Entry entry) {
        try {
            flows.start(entry);
        } catch (RuntimeException e) {
            LOG.error("Flow {} did not hear of an event", entry.flow(), e);
        }
    }
}
