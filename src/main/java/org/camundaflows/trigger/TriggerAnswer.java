package org.camundaflows.trigger;

import com.fasterxml.jackson.databind.JsonNode;

/** What the caller of a trigger gets. */
public sealed interface TriggerAnswer {

    /** The flow's value. */
    record Value(JsonNode value) implements TriggerAnswer {}

    /** Nothing to say: an empty value, or a flow that goes on by itself. */
    record Empty() implements TriggerAnswer {}

    /** The run takes longer than the caller may wait; it goes on. */
    record StillRunning(String runId) implements TriggerAnswer {}
}
