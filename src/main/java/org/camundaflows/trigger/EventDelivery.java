package org.camundaflows.trigger;

import java.util.List;
import org.camundaflows.store.event.Outbox;

/** Brings events to the flows that listen to them. */
@FunctionalInterface
public interface EventDelivery {

    /** Called within the transaction that caused the events, if there is one: nothing may be started before it commits. */
    void deliver(List<Outbox.Entry> entries);
}
