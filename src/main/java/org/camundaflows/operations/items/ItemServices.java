package org.camundaflows.operations.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.BiFunction;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;

/** What the item steps work with. */
public record ItemServices(Items items, StepAccess access) {

    /**
     * Does the work of a step.
     *
     * @param work gets the collection and on whose behalf; what the item services refuse rejects the step
     */
    Result run(Options options, OperationContext context, BiFunction<String, Session, JsonNode> work) {
        Session session = new Session(
                access.accountability(ItemOptions.permissions(options), context.accountability()),
                ItemOptions.emitsEvents(options));
        try {
            return Result.resolved(work.apply(options.text(ItemOptions.COLLECTION), session));
        } catch (ItemException e) {
            throw new Rejection(e.value());
        }
    }

    /** One key as it was given, several as a list. */
    static JsonNode answer(List<JsonNode> given, List<JsonNode> written) {
        return given.size() == 1 ? given.get(0) : list(written);
    }

    static ArrayNode list(List<JsonNode> keys) {
        return JsonNodeFactory.instance.arrayNode().addAll(keys);
    }
}
