package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.store.event.ItemEvent;
import org.camundaflows.store.event.ItemEvents;

/** A listener that remembers, and answers as the test wants. */
final class Recorded implements ItemEvents {

    interface Answer {
        JsonNode to(ItemEvent event, JsonNode payload);
    }

    final List<ItemEvent> asked = new ArrayList<>();
    final List<JsonNode> payloads = new ArrayList<>();
    final List<List<ItemEvent>> told = new ArrayList<>();
    Answer answer = (event, payload) -> payload;
    Runnable whenTold = () -> {};

    @Override
    public JsonNode filter(ItemEvent event, JsonNode payload) {
        asked.add(event);
        payloads.add(payload.deepCopy());
        return answer.to(event, payload);
    }

    @Override
    public void action(List<ItemEvent> events) {
        told.add(events);
        whenTold.run();
    }

    /** Scope and collection of everything told. */
    List<String> toldNames() {
        return told.stream()
                .flatMap(List::stream)
                .map(event -> event.collection() + " " + event.scope())
                .toList();
    }
}
