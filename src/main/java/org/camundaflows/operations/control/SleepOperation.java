package org.camundaflows.operations.control;

import java.time.Duration;
import java.util.List;
import org.camundaflows.filter.JsNumber;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;

/** Lets the run wait, then resolves with null. What is no positive number of milliseconds does not wait. */
public final class SleepOperation implements Operation {

    private static final String MILLISECONDS = "milliseconds";
    // a due date beyond that does not fit into every database
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final OperationType TYPE = new OperationType(
            "sleep",
            "Sleep",
            "schedule",
            "Waits before the run goes on; a long wait survives a restart.",
            false,
            List.of(Option.of(
                    MILLISECONDS, "Milliseconds", Option.Kind.INTEGER, "How long to wait, for example 60000.")));

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        double milliseconds = options.isNothing(MILLISECONDS) ? Double.NaN : JsNumber.of(options.raw(MILLISECONDS));
        if (!(milliseconds >= 1) || Double.isInfinite(milliseconds)) {
            return Result.nothing();
        }
        return new Result.Waiting(Duration.ofMillis((long) Math.min(milliseconds, (double) LONGEST.toMillis())));
    }
}
