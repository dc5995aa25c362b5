package org.camundaflows.operations.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.store.error.ItemErrors;

/**
 * Creates items (specification: operations, {@code item-create}). Resolves with the list of their keys, also for one item;
 * with null when there is no payload. Several items are created together or not at all.
 */
public final class ItemCreateOperation implements Operation {

    private static final OperationType TYPE = new OperationType(
            "item-create",
            "Create Data",
            "add",
            "Creates one or more items in a collection.",
            true,
            ItemOptions.common(ItemOptions.payload("The item, or a list of items.")));

    private final ItemServices services;

    public ItemCreateOperation(ItemServices services) {
        this.services = services;
    }

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        JsonNode payload = ItemOptions.payload(options);
        if (payload.isMissingNode() || payload.isNull()) {
            return Result.nothing();
        }
        return services.run(options, context, (collection, session) -> {
            List<ObjectNode> items = objects(payload);
            return items.isEmpty()
                    ? NullNode.getInstance()
                    : ItemServices.list(services.items().create(collection, items, session));
        });
    }

    /** The objects of a list, or the one object. */
    static List<ObjectNode> objects(JsonNode payload) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode entry : payload.isArray() ? payload : List.of(payload)) {
            if (!(entry instanceof ObjectNode object)) {
                throw ItemErrors.invalidPayload("Invalid input");
            }
            objects.add(object);
        }
        return objects;
    }
}
