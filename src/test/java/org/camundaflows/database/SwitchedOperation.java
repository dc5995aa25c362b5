package org.camundaflows.database;

import java.util.List;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.springframework.beans.factory.annotation.Value;

/** A step that fails technically where the application is told so. */
final class SwitchedOperation implements Operation {

    private final boolean broken;

    SwitchedOperation(@Value("${switched.broken}") boolean broken) {
        this.broken = broken;
    }

    @Override
    public OperationType type() {
        return new OperationType("switched", "Switched", "box", "Fails when told.", true, List.of());
    }

    @Override
    public Result run(Options options, OperationContext context) {
        return broken ? new Result.Failed(new IllegalStateException("the disk is full")) : Result.nothing();
    }
}
