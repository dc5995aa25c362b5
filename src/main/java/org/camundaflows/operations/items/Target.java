package org.camundaflows.operations.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camundaflows.operation.Options;
import org.camundaflows.store.error.ItemErrors;

/**
 * Which items a step writes to: those with keys, those a query finds, or none.
 *
 * @param keys empty when none are given
 * @param byQuery whether a query is given that is not empty
 */
record Target(List<JsonNode> keys, boolean byQuery) {

    /** @throws org.camundaflows.store.error.ItemException for both at once, and for keys that are no keys */
    static Target of(Options options) {
        Target target = new Target(
                ItemOptions.keys(options), !ItemOptions.queryObject(options).isEmpty());
        if (!target.keys().isEmpty() && target.byQuery()) {
            throw ItemErrors.invalidPayload("Cannot use both \"key\" and \"query\"");
        }
        if (!target.keys().stream().allMatch(key -> key.isTextual() || key.isNumber())) {
            throw ItemErrors.invalidPayload("Invalid input");
        }
        return target;
    }

    boolean isNothing() {
        return keys.isEmpty() && !byQuery;
    }
}
