package org.camundaflows.app.examples;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.flow.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A flow that comes with the server.
 *
 * @param request a body to fire it with; null when there is none
 */
record Example(Flow flow, @Nullable JsonNode request) {

    boolean isWebhook() {
        return "webhook".equals(flow.trigger());
    }

    boolean sendsMail() {
        return flow.operations().stream().anyMatch(operation -> operation.type().equals("mail"));
    }
}
