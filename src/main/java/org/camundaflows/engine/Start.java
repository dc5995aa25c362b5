package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How a run begins.
 *
 * @param mode what the run promises
 * @param depth how many flows called each other to get here
 * @param parent id of the calling run, or null
 * @param waiting the execution that waits for the run in the database, or null
 */
record Start(
        JsonNode trigger,
        JsonNode accountability,
        RunMode mode,
        int depth,
        @Nullable String parent,
        @Nullable Waiting waiting) {

    /**
     * A step of another run that waits for this one.
     *
     * @param execution id of its execution
     * @param index which of its calls this is
     * @param later whether it waits in its thread as long as this run keeps its own, and in the database only then
     */
    record Waiting(String execution, int index, boolean later) {}

    /** A run that nobody called. */
    static Start of(JsonNode trigger, JsonNode accountability, RunMode mode) {
        return new Start(trigger, accountability, mode, 0, null, null);
    }

    /** All but the values, to be stored. */
    ObjectNode state() {
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("mode", mode.name())
                .put("depth", depth)
                .put("parent", parent);
        if (waiting != null) {
            state.putObject("waiting")
                    .put("execution", waiting.execution())
                    .put("index", waiting.index())
                    .put("later", waiting.later());
        }
        return state;
    }

    static Start restore(ObjectNode state, JsonNode trigger, JsonNode accountability) {
        JsonNode waiting = state.path("waiting");
        return new Start(
                trigger,
                accountability,
                RunMode.valueOf(state.path("mode").asText()),
                state.path("depth").asInt(),
                state.path("parent").isTextual() ? state.path("parent").textValue() : null,
                waiting.isObject()
                        ? new Waiting(
                                waiting.path("execution").asText(),
                                waiting.path("index").asInt(),
                                waiting.path("later").asBoolean())
                        : null);
    }
}
