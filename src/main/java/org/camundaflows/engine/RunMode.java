package org.camundaflows.engine;

/** What a run promises (design: durability). */
public enum RunMode {
    /** Accepted means it will run: it commits around each operation with outside effects and survives restarts. */
    DURABLE,
    /** The caller waits for the answer; the run is one transaction in the caller's thread. */
    DIRECT,
    /** As direct, and it never leaves the thread, nor do the flows it calls: for flows that filter events. */
    IN_THREAD
}
