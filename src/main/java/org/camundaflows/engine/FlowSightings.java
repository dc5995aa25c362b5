package org.camundaflows.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The latest versions of flows as they were seen a moment ago. */
final class FlowSightings {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** @param changes how many changes were known before it was looked up */
    private record Seen(DeployedFlow flow, Instant at, long changes) {}

    private final Supplier<Instant> clock;
    private final Map<String, Seen> flows = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    FlowSightings(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /**
     * What was seen of a flow within a second and since its last change, or what is looked up now.
     *
     * @param lookup given what was seen earlier, or null
     */
    Optional<DeployedFlow> find(String flowId, Function<@Nullable DeployedFlow, Optional<DeployedFlow>> lookup) {
        Instant now = clock.get();
        long known = changes.get();
        Seen seen = flows.get(flowId);
        if (seen != null && seen.changes() == known && seen.at().plus(FRESH).isAfter(now)) {
            return Optional.of(seen.flow());
        }
        Optional<DeployedFlow> found = lookup.apply(seen == null ? null : seen.flow());
        found.ifPresentOrElse(flow -> flows.put(flowId, new Seen(flow, now, known)), () -> flows.remove(flowId));
        return found;
    }

    /** Whatever was seen is to be looked up again, also what others look up at this moment. */
    void changed() {
        changes.incrementAndGet();
    }
}
