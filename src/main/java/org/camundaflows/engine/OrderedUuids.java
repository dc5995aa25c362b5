package org.camundaflows.engine;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * Ids that sort by the time they were made: UUIDs of version 7 (RFC 9562), with a counter below the milliseconds. The
 * rows of a run then lie side by side in the indexes of the database, where other ids scatter them over all pages.
 */
public final class OrderedUuids implements IdGenerator {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 7L << COUNTER_BITS;
    private static final long VARIANT = 1L << 63;
    private static final long RANDOM = -1L >>> 2;

    private final Clock clock;

    /** Tells this process from others. */
    private final long node = new SecureRandom().nextLong();

    /** Milliseconds and counter of the latest id; runs ahead of the clock when a millisecond has no numbers left. */
    private final AtomicLong latest = new AtomicLong();

    public OrderedUuids(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String getNextId() {
        long now = clock.millis() << COUNTER_BITS;
        long time = latest.updateAndGet(last -> Math.max(last + 1, now));
        long high = (time & ~COUNTER) << 4 | VERSION | (time & COUNTER);
        return new UUID(high, (node & RANDOM) | VARIANT).toString();
    }
}
