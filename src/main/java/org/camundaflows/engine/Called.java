package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A run that a direct run called.
 *
 * @param value what it returned, or null when it has left its thread and goes on elsewhere
 */
record Called(String runId, @Nullable JsonNode value) {

    boolean isRunning() {
        return value == null;
    }
}
