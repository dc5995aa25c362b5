package org.camundaflows.operations.transform;

import java.util.List;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;

/** Resolves with the JSON of its option, whose templates are filled; a text is read as JSON. */
public final class TransformOperation implements Operation {

    private static final String JSON = "json";
    private static final String OLDER_NAME = "payload";
    private static final OperationType TYPE = new OperationType(
            "transform",
            "Transform Payload",
            "build",
            "Shapes data: gives JSON of your own with values of earlier steps in it.",
            false,
            List.of(Option.of(JSON, "JSON", Option.Kind.JSON, "The result; values may be templates.")
                    .withAlias(OLDER_NAME)));

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        return Result.resolved(Options.object(options.raw(JSON, OLDER_NAME)));
    }
}
