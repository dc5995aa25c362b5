package org.camundaflows.operations.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.filter.JsNumber;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;

/**
 * Calls another flow and resolves with what it returns; for an array payload once per entry, with the results in the
 * order of the entries. What is rejected inside the called flow does not reject this step.
 */
public final class TriggerOperation implements Operation {

    private static final String FLOW = "flow";
    private static final String PAYLOAD = "payload";
    private static final String MODE = "iterationMode";
    private static final String BATCH_SIZE = "batchSize";
    private static final int DEFAULT_BATCH_SIZE = 10;
    private static final OperationType TYPE = new OperationType(
            "trigger",
            "Trigger Flow",
            "bolt",
            "Calls another flow, once or for each entry of an array, and waits for its result.",
            true,
            List.of(
                    Option.of(FLOW, "Flow", Option.Kind.TEXT, "Id of an active flow with the trigger operation.")
                            .asRequired(),
                    Option.of(PAYLOAD, "Payload", Option.Kind.JSON, "The $trigger of the called flow."),
                    Option.of(MODE, "Iteration Mode", Option.Kind.TEXT, "How the entries of an array are gone through.")
                            .withDefault("parallel")
                            .withChoices("serial", "batch", "parallel"),
                    Option.of(BATCH_SIZE, "Batch Size", Option.Kind.INTEGER, "How many run together in mode batch.")
                            .withDefault("10")));

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        JsonNode payload = options.object(PAYLOAD);
        if (!payload.isArray()) {
            return single(options, payload.isMissingNode() ? NullNode.getInstance() : payload);
        }
        String mode = options.isNothing(MODE) ? "parallel" : options.text(MODE);
        return switch (mode) {
            case "serial" -> each(options, payload, 1);
            case "batch" -> each(options, payload, batchSize(options));
            case "parallel" -> each(options, payload, Math.max(1, payload.size()));
            default -> single(options, payload);
        };
    }

    private static Result single(Options options, JsonNode payload) {
        return new Result.Calling(options.text(FLOW), List.of(payload), 1, false);
    }

    private static Result each(Options options, JsonNode payloads, int groupSize) {
        List<JsonNode> entries = new ArrayList<>(payloads.size());
        payloads.forEach(entries::add);
        return new Result.Calling(options.text(FLOW), entries, groupSize, true);
    }

    private static int batchSize(Options options) {
        double size = options.isNothing(BATCH_SIZE) ? DEFAULT_BATCH_SIZE : JsNumber.of(options.raw(BATCH_SIZE));
        return size >= 1 ? (int) Math.min(size, Integer.MAX_VALUE) : DEFAULT_BATCH_SIZE;
    }
}
