package org.camundaflows.rest;

import java.util.List;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;

/** A step type of the application's owner that is broken. */
final class BreakingOperation implements Operation {

    @Override
    public OperationType type() {
        return new OperationType("break", "Break", "box", "Always breaks.", false, List.of());
    }

    @Override
    public Result run(Options options, OperationContext context) {
        throw new LinkageError(
                "library missing, key was " + context.env().path("SECRET").asText());
    }
}
