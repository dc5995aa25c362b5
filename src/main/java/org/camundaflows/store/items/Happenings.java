package org.camundaflows.store.items;

import java.util.ArrayList;
import java.util.List;
import org.camundaflows.store.event.ItemEvent;

/** What took effect in the course of one call: an item first, what is nested in it after it. */
final class Happenings {

    private final List<ItemEvent> events = new ArrayList<>();

    /** The place of what happens next, before all that follows from it. */
    int place() {
        return events.size();
    }

    void add(int place, ItemEvent event) {
        events.add(place, event);
    }

    List<ItemEvent> all() {
        return List.copyOf(events);
    }
}
