package org.camundaflows.operations.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;

/**
 * Changes items (specification: operations, {@code item-update}): those with keys, those a query finds, or each of a list
 * of changes that hold their keys. Resolves with the key as given for one, with the list of keys for several, and with
 * null when there is nothing to do.
 */
public final class ItemUpdateOperation implements Operation {

    private static final OperationType TYPE = new OperationType(
            "item-update",
            "Update Data",
            "edit",
            "Changes one or more items of a collection.",
            true,
            ItemOptions.common(
                    ItemOptions.key("Keys of the items."),
                    ItemOptions.payload("The fields that change; or a list of items, each with its key."),
                    ItemOptions.query("Which items, when no keys are given.")));

    private final ItemServices services;

    public ItemUpdateOperation(ItemServices services) {
        this.services = services;
    }

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public ObjectNode recorded(ObjectNode options) {
        return withSortedKeys(ItemOptions.recorded(options));
    }

    /** Directus sorts a list of keys where it stands. */
    private static ObjectNode withSortedKeys(ObjectNode options) {
        if (!(options.path(ItemOptions.KEY) instanceof ArrayNode keys) || keys.size() < 2) {
            return options;
        }
        List<JsonNode> sorted = new ArrayList<>();
        keys.forEach(sorted::add);
        sorted.sort(Comparator.comparing(Json::display));
        ObjectNode recorded = options.deepCopy();
        recorded.putArray(ItemOptions.KEY).addAll(sorted);
        return recorded;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        return services.run(options, context, (collection, session) -> {
            JsonNode payload = ItemOptions.payload(options);
            Target target = Target.of(options);
            if (payload.isArray() && !target.isNothing()) {
                throw ItemErrors.invalidPayload("Cannot use \"key\" or \"query\" with a batch payload");
            }
            if (payload.isMissingNode() || payload.isNull() || (payload.isContainerNode() && payload.isEmpty())) {
                return NullNode.getInstance();
            }
            return payload.isArray()
                    ? ItemServices.list(
                            services.items().updateBatch(collection, ItemCreateOperation.objects(payload), session))
                    : update(collection, target, payload, options, session);
        });
    }

    private JsonNode update(String collection, Target target, JsonNode payload, Options options, Session session) {
        if (!(payload instanceof ObjectNode changes)) {
            throw ItemErrors.invalidPayload("Invalid input");
        }
        Items items = services.items();
        if (target.isNothing()) {
            return NullNode.getInstance();
        }
        return target.byQuery()
                ? ItemServices.list(items.updateByQuery(collection, ItemOptions.query(options), changes, session))
                : ItemServices.answer(target.keys(), items.update(collection, target.keys(), changes, session));
    }
}
