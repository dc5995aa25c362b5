package org.camundaflows.operations.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    private static final String PROTOTYPE = "__proto__";
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
        JsonNode json = options.raw(JSON, OLDER_NAME);
        JsonNode value = Options.object(json);
        if (json.isTextual() && json.textValue().contains(PROTOTYPE)) {
            dropPrototypes(value);
        }
        return Result.resolved(value);
    }

    /** Scripts of later steps would take such a member for more than data. */
    private static void dropPrototypes(JsonNode parsed) {
        if (parsed instanceof ObjectNode object) {
            object.remove(PROTOTYPE);
        }
        parsed.forEach(TransformOperation::dropPrototypes);
    }
}
