package org.camundaflows.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list.
 *
 * @param flowId only runs of this flow; null for all
 * @param status {@code running}, {@code resolved}, {@code rejected}, {@code unknown}, {@code failed}; null for all
 * @param from started at or after; null for no bound
 * @param to started before; null for no bound
 */
public record RunFilter(
        @Nullable String flowId, @Nullable RunStatus status, @Nullable Instant from, @Nullable Instant to) {}
