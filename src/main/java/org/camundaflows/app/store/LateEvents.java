package org.camundaflows.app.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camundaflows.store.event.ItemEvent;
import org.camundaflows.store.event.ItemEvents;

/** Hands events on once there is somebody to hear them: flows need the items, and the items tell the flows. */
final class LateEvents implements ItemEvents {

    private volatile ItemEvents listener = ItemEvents.NONE;

    void connect(ItemEvents events) {
        listener = events;
    }

    @Override
    public JsonNode filter(ItemEvent event, JsonNode payload) {
        return listener.filter(event, payload);
    }

    @Override
    public void action(List<ItemEvent> events) {
        listener.action(events);
    }
}
