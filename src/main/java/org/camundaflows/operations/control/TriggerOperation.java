package org.camundaflows.operations.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.filter.JsNumber;
import org.camundaflows.operation.FlowCaller;
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

    private final int maxConcurrency;

    /** @param maxConcurrency how many calls of one step may run at a time, whatever its options say; at least 1 */
    public TriggerOperation(int maxConcurrency) {
        if (maxConcurrency < 1) {
            throw new IllegalArgumentException("At least one call must be allowed, not " + maxConcurrency);
        }
        this.maxConcurrency = maxConcurrency;
    }

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        JsonNode payload = options.object(PAYLOAD);
        String mode = options.isNothing(MODE) ? "parallel" : options.text(MODE);
        Calls calls = new Calls(context.flows(), options.text(FLOW));
        if (!payload.isArray()) {
            return Result.resolved(calls.single(payload.isMissingNode() ? NullNode.getInstance() : payload));
        }
        return Result.resolved(
                switch (mode) {
                    case "serial" -> calls.each(payload, payload.size(), 1);
                    case "batch" -> calls.each(payload, batchSize(options), maxConcurrency);
                    case "parallel" -> calls.each(payload, payload.size(), maxConcurrency);
                    default -> calls.single(payload);
                });
    }

    private static int batchSize(Options options) {
        double size = options.isNothing(BATCH_SIZE) ? DEFAULT_BATCH_SIZE : JsNumber.of(options.raw(BATCH_SIZE));
        return size >= 1 ? (int) Math.min(size, Integer.MAX_VALUE) : DEFAULT_BATCH_SIZE;
    }

    /** The calls of one step. */
    private record Calls(FlowCaller flows, String flow) {

        JsonNode single(JsonNode payload) {
            return flows.call(flow, List.of(payload), 1).get(0);
        }

        /** One call per entry; a group of them begins when all of the one before have ended. */
        ArrayNode each(JsonNode payloads, int groupSize, int maxConcurrency) {
            List<JsonNode> entries = new ArrayList<>();
            payloads.forEach(entries::add);
            ArrayNode results = JsonNodeFactory.instance.arrayNode(entries.size());
            for (int start = 0; start < entries.size(); start += groupSize) {
                List<JsonNode> group = entries.subList(start, (int) Math.min((long) start + groupSize, entries.size()));
                flows.call(flow, List.copyOf(group), Math.min(group.size(), maxConcurrency))
                        .forEach(result -> results.add(result.isMissingNode() ? NullNode.getInstance() : result));
            }
            return results;
        }
    }
}
