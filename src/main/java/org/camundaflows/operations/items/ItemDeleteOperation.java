package org.camundaflows.operations.items;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.store.items.Items;

/**
 * Deletes items (specification: operations, {@code item-delete}). Resolves with the key as given for one, with the list of
 * keys for several and for a query, and with null when neither is given.
 */
public final class ItemDeleteOperation implements Operation {

    private static final OperationType TYPE = new OperationType(
            "item-delete",
            "Delete Data",
            "delete",
            "Deletes one or more items of a collection.",
            true,
            ItemOptions.common(
                    ItemOptions.key("Keys of the items."), ItemOptions.query("Which items, when no keys are given.")));

    private final ItemServices services;

    public ItemDeleteOperation(ItemServices services) {
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
            Target target = Target.of(options);
            Items items = services.items();
            if (target.isNothing()) {
                return NullNode.getInstance();
            }
            return target.byQuery()
                    ? ItemServices.list(items.deleteByQuery(collection, ItemOptions.query(options), session))
                    : ItemServices.answer(target.keys(), items.delete(collection, target.keys(), session));
        });
    }
}
