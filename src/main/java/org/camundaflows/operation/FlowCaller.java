package org.camundaflows.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Calls flows with the trigger {@code operation} (specification: triggers, section 5). */
public interface FlowCaller {

    /**
     * Calls a flow once for each payload, at most {@code concurrency} at a time, and waits for all.
     *
     * @param flowId id of an active flow with trigger {@code operation}; any other gives null results and a warning
     * @param payloads the {@code $trigger} of each call
     * @return the flow's return values, in the order of the payloads
     * @throws Rejection if flows call each other too deep, or a call fails outside its steps
     */
    List<JsonNode> call(String flowId, List<JsonNode> payloads, int concurrency);
}
