package org.camundaflows.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the run log.
 *
 * @param version version of the flow's process definition that ran
 * @param trigger kind of the flow's trigger, or null
 * @param end null while it runs
 * @param durationMillis null while it runs
 * @param parent id of the run that called it, or null
 * @param incidents open incidents: technical failures that wait for an operator
 */
public record RunSummary(
        String id,
        String flow,
        String name,
        int version,
        RunStatus status,
        @Nullable String trigger,
        Instant start,
        @Nullable Instant end,
        @Nullable Long durationMillis,
        @Nullable String parent,
        long incidents) {}
