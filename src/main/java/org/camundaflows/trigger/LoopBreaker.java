package org.camundaflows.trigger;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stops flows that raise each other's events without end: counts, per flow and minute, the events that flows raise. */
public final class LoopBreaker {

    private static final long MINUTE = 60_000;

    private record Count(long minute, int events) {}

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    public LoopBreaker(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Whether a flow may hear of an event. */
    enum Verdict {
        ALLOWED,
        /** The first one that is too many. */
        TRIPPED,
        REFUSED
    }

    /** Counts one more event. */
    Verdict count(String flowId) {
        long minute = clock.millis() / MINUTE;
        int events = counts.compute(
                        flowId,
                        (id, before) -> before == null || before.minute() != minute
                                ? new Count(minute, 1)
                                : new Count(minute, before.events() + 1))
                .events();
        if (events <= perMinute) {
            return Verdict.ALLOWED;
        }
        return events == perMinute + 1 ? Verdict.TRIPPED : Verdict.REFUSED;
    }
}
