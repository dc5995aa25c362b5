package org.camundaflows.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.engine.DeployedFlow;
import org.camundaflows.engine.FlowLog;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.engine.Outcome;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.PathException;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.event.ItemEvent;
import org.camundaflows.store.event.ItemEvents;
import org.camundaflows.store.event.Outbox;
import org.jspecify.annotations.Nullable;

/** Runs the flows that listen to events (specification: triggers, section 2). */
public final class EventTriggers implements ItemEvents {

    private static final String EVENT = "event";
    private static final String PAYLOAD = "payload";

    private final FlowRuns runs;
    private final EventFlows flows;
    private final EventDelivery delivery;
    private final LoopBreaker breaker;
    private final int maxDepth;

    /** @param maxDepth how many flows may raise each other's events */
    public EventTriggers(FlowRuns runs, EventDelivery delivery, LoopBreaker breaker, int maxDepth) {
        this.runs = runs;
        this.flows = new EventFlows(runs);
        this.delivery = delivery;
        this.breaker = breaker;
        this.maxDepth = maxDepth;
    }

    @Override
    public JsonNode filter(ItemEvent event, JsonNode payload) {
        return filter(event.names(), event.meta(), payload, caller(event.accountability()));
    }

    /**
     * Asks the flows that filter one of the events, in the order of the names and of the ids of the flows.
     *
     * @param caller {@code $accountability}
     * @return the payload, or what flows put in its place
     * @throws ItemException with what a flow rejected with
     */
    public JsonNode filter(List<String> names, ObjectNode meta, JsonNode payload, JsonNode caller) {
        JsonNode current = payload;
        for (String name : names) {
            for (DeployedFlow flow : flows.filtering(name)) {
                current = ask(flow, name, meta, current, caller);
            }
        }
        return current;
    }

    private JsonNode ask(DeployedFlow flow, String name, ObjectNode meta, JsonNode payload, JsonNode caller) {
        if (runs.depth() > maxDepth) {
            throw new ItemException(ErrorValue.plain("Error", tooDeep(flow, name)));
        }
        ObjectNode trigger = JsonNodeFactory.instance.objectNode();
        trigger.set(PAYLOAD, payload);
        trigger.put(EVENT, name).setAll(meta);
        Outcome outcome = runs.runInThread(flow, trigger, caller);
        return switch (outcome.status()) {
            case REJECTED -> throw new ItemException(outcome.last());
            case FAILED, RUNNING -> throw new ItemException(ErrorValue.plain("Error", failure(outcome)));
            case RESOLVED, UNKNOWN -> replacement(flow, outcome, payload);
        };
    }

    private static String failure(Outcome outcome) {
        Throwable failure = outcome.failure();
        return failure == null ? "The flow failed" : String.valueOf(failure.getMessage());
    }

    private static JsonNode replacement(DeployedFlow flow, Outcome outcome, JsonNode payload) {
        try {
            JsonNode value =
                    outcome.returned(flow.flow().options().path("return").asText(""));
            return value.isMissingNode() ? payload : value;
        } catch (PathException e) {
            throw new ItemException(ErrorValue.plain("Error", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void action(List<ItemEvent> events) {
        List<Outbox.Entry> entries = new ArrayList<>();
        for (ItemEvent event : events) {
            collect(event.names(), event.meta(), caller(event.accountability()), entries);
        }
        deliver(entries);
    }

    /**
     * Tells the flows that listen to what has happened.
     *
     * @param caller {@code $accountability}
     */
    public void action(List<String> names, ObjectNode meta, JsonNode caller) {
        List<Outbox.Entry> entries = new ArrayList<>();
        collect(names, meta, caller, entries);
        deliver(entries);
    }

    private void collect(List<String> names, ObjectNode meta, JsonNode caller, List<Outbox.Entry> entries) {
        int depth = runs.depth();
        for (String name : names) {
            for (DeployedFlow flow : flows.acting(name)) {
                if (mayHear(flow, name, depth)) {
                    ObjectNode trigger = JsonNodeFactory.instance.objectNode().put(EVENT, name);
                    trigger.setAll(meta);
                    entries.add(new Outbox.Entry(flow.flow().id(), depth, trigger, caller));
                }
            }
        }
    }

    private boolean mayHear(DeployedFlow flow, String name, int depth) {
        if (depth == 0) {
            return true;
        }
        if (depth > maxDepth) {
            FlowLog.INSTANCE.error(tooDeep(flow, name));
            return false;
        }
        LoopBreaker.Verdict verdict = breaker.count(flow.flow().id());
        if (verdict == LoopBreaker.Verdict.TRIPPED) {
            FlowLog.INSTANCE.error("Flow \"" + flow.flow().name() + "\" ("
                    + flow.flow().id() + ") did not hear of " + name
                    + ", nor of further events in this minute that flows raise: they do so too often");
        }
        return verdict == LoopBreaker.Verdict.ALLOWED;
    }

    private void deliver(List<Outbox.Entry> entries) {
        if (!entries.isEmpty()) {
            delivery.deliver(entries);
        }
    }

    private String tooDeep(DeployedFlow flow, String event) {
        return "Flow \"" + flow.flow().name() + "\" (" + flow.flow().id() + ") did not hear of " + event
                + ": flows raise each other's events more than " + maxDepth + " deep";
    }

    private static JsonNode caller(@Nullable Accountability accountability) {
        return accountability == null ? NullNode.getInstance() : accountability.json();
    }
}
