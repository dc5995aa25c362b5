package org.camundaflows.rest;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;

/** A step type of the application's owner that fails technically as long as something is out of order. */
final class FlakyOperation implements Operation {

    private final AtomicBoolean outOfOrder = new AtomicBoolean();

    void outOfOrder(boolean now) {
        outOfOrder.set(now);
    }

    @Override
    public OperationType type() {
        return new OperationType("flaky", "Flaky", "box", "Fails when told.", true, List.of());
    }

    @Override
    public Result run(Options options, OperationContext context) {
        return outOfOrder.get() ? new Result.Failed(new IllegalStateException("the disk is full")) : Result.nothing();
    }
}
