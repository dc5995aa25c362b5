package org.camundaflows.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a step may see and use of the run it belongs to. Valid only during {@link Operation#run}. */
public interface OperationContext {

    DataChain chain();

    /** The caller, as {@code $accountability} shows it; NullNode for schedules and internal events. */
    JsonNode accountability();

    /** Id of the flow; for a called flow its own, not the caller's. */
    String flowId();

    /** Key of the operation. */
    String key();

    /** Id of the run, unique over all runs; the same after a restart. */
    String runId();

    /** The environment variables that flows may read, by name, with the types they were given. */
    ObjectNode env();

    /** Where the step speaks to the application's log. */
    RunLog log();
}
