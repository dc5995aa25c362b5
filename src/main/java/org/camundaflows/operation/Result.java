package org.camundaflows.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.List;
import org.camundaflows.json.ErrorValue;

/** How a step ended. */
public sealed interface Result {

    /** Success: the run goes on at {@code resolve} and keeps the value under the operation's key. */
    record Resolved(JsonNode value) implements Result {}

    /** Failure of the step: the run goes on at {@code reject} and keeps the value under the operation's key. */
    record Rejected(JsonNode value) implements Result {}

    /** Technical failure: neither path is taken; the run stops where it is and an operator is told. */
    record Failed(Throwable cause) implements Result {}

    /** The step resolves with null after the time has passed; long waits survive a restart. */
    record Waiting(Duration time) implements Result {}

    /**
     * The step calls a flow with the trigger {@code operation}, once for each payload, and resolves with what the calls
     * return: null for a flow that cannot be called or returns nothing. How the caller waits is the engine's affair.
     *
     * @param payloads the {@code $trigger} of each call
     * @param groupSize how many calls run together; the next group begins when all of the one before have ended
     * @param asList whether the step resolves with a list in the order of the payloads, or with the only value
     */
    record Calling(String flowId, List<JsonNode> payloads, int groupSize, boolean asList) implements Result {

        public Calling {
            payloads = List.copyOf(payloads);
            if (groupSize < 1 || (!asList && payloads.size() != 1)) {
                throw new IllegalArgumentException("Not a legal call: groups of " + groupSize + ", " + payloads.size()
                        + " payloads, list " + asList);
            }
        }
    }

    Result NOTHING = new Resolved(NullNode.getInstance());

    /** Resolves with null. */
    static Result nothing() {
        return NOTHING;
    }

    /** @param value missing counts as null */
    static Result resolved(JsonNode value) {
        return value.isMissingNode() ? NOTHING : new Resolved(value);
    }

    static Result rejected(JsonNode value) {
        return new Rejected(value.isMissingNode() ? NullNode.getInstance() : value);
    }

    static Result rejected(ErrorValue error) {
        return new Rejected(error.toNode());
    }
}
