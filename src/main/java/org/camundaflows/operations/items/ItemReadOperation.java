package org.camundaflows.operations.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.query.Query;

/**
 * Reads items (specification: operations, {@code item-read}). Resolves with one item for one key, with a list for several
 * keys and for a query.
 */
public final class ItemReadOperation implements Operation {

    private static final OperationType TYPE = new OperationType(
            "item-read",
            "Read Data",
            "visibility",
            "Reads one or more items of a collection.",
            false,
            ItemOptions.common(
                    ItemOptions.key("Keys of the items; none for all that the query finds."),
                    ItemOptions.query("Which items and which of their fields.")));

    private final ItemServices services;

    public ItemReadOperation(ItemServices services) {
        this.services = services;
    }

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public ObjectNode recorded(ObjectNode options) {
        return ItemOptions.recorded(options);
    }

    @Override
    public Result run(Options options, OperationContext context) {
        return services.run(options, context, (collection, session) -> {
            Items items = services.items();
            Query query = ItemOptions.query(options);
            List<JsonNode> keys = ItemOptions.keys(options);
            return switch (keys.size()) {
                case 0 -> items.read(collection, query, session);
                case 1 -> items.readOne(collection, keys.get(0), query, session);
                default -> items.readMany(collection, keys, query, session);
            };
        });
    }
}
