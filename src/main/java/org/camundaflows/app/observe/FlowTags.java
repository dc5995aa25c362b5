package org.camundaflows.app.observe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The flows that metrics tell apart: the first ones seen, up to a limit, as each costs memory here and in the monitoring. */
final class FlowTags {

    static final String OTHER = "other";

    private final int limit;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    FlowTags(int limit) {
        this.limit = limit;
    }

    /** The id of a flow, or {@value #OTHER}. */
    String of(String flowId) {
        String tag = known.get(flowId);
        if (tag != null) {
            return tag;
        }
        if (known.size() >= limit) {
            return OTHER;
        }
        synchronized (known) {
            return known.size() < limit ? known.computeIfAbsent(flowId, id -> id) : known.getOrDefault(flowId, OTHER);
        }
    }
}
