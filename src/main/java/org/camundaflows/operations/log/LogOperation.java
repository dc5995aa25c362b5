package org.camundaflows.operations.log;

import java.util.List;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;

/**
 * Writes a message to the log, anything but text as JSON. Who runs it renders the message from redacted data: what
 * arrives here is written as it is.
 */
public final class LogOperation implements Operation {

    private static final String MESSAGE = "message";
    private static final OperationType TYPE = new OperationType(
            "log",
            "Log to Console",
            "terminal",
            "Writes a message to the log of the application.",
            false,
            List.of(Option.of(MESSAGE, "Message", Option.Kind.LONG_TEXT, "Secrets in the data are blanked.")));

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        context.log().info(options.text(MESSAGE));
        return Result.nothing();
    }
}
