package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.camundaflows.json.JsonPath;
import org.camundaflows.json.PathException;
import org.camundaflows.operation.DataChain;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run.
 *
 * @param last the result of the last step; the trigger's data when there was none
 * @param failure the technical failure of a {@link Status#FAILED} run, else null; its message holds no secrets
 */
public record Outcome(String runId, Status status, DataChain chain, JsonNode last, @Nullable Throwable failure) {

    public enum Status {
        /** Not ended: it goes on in another thread. */
        RUNNING,
        RESOLVED,
        /** The last step rejected. */
        REJECTED,
        /** It ended at an operation whose type is not registered. */
        UNKNOWN,
        FAILED
    }

    /**
     * The value a flow returns (specification: data-chain, section 4).
     *
     * @param path {@code $all}, or a path into the chain; empty for nothing
     * @return missing when the path is empty or not found
     * @throws PathException if the path is malformed
     */
    public JsonNode returned(String path) {
        if (path.isEmpty()) {
            return MissingNode.getInstance();
        }
        return path.equals("$all") ? chain.toObject() : JsonPath.parse(path).in(chain);
    }
}
