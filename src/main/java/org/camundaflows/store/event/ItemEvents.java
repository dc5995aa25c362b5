package org.camundaflows.store.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Those who listen to the item services. */
public interface ItemEvents {

    /** Nobody listens. */
    ItemEvents NONE = new ItemEvents() {
        @Override
        public JsonNode filter(ItemEvent event, JsonNode payload) {
            return payload;
        }

        @Override
        public void action(List<ItemEvent> events) {}
    };

    /**
     * Asks the listeners before something takes effect; on the thread, and in the transaction, of the caller.
     *
     * @return the payload with which to go on: the given one, or what a listener put in its place
     * @throws org.camundaflows.store.error.ItemException if a listener refuses; nothing may take effect then
     */
    JsonNode filter(ItemEvent event, JsonNode payload);

    /**
     * Tells the listeners what took effect. Called at the end of the transaction that wrote, before it commits: what
     * listeners write into the same database is kept or lost together with the change.
     */
    void action(List<ItemEvent> events);
}
