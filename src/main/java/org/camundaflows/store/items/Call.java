package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One call of the item services on its way through the items it touches.
 *
 * @param path the fields that lead from the item of the caller to the nested item at hand
 * @param revisions where the revisions written at this level are noted, for those above to become their parents
 */
record Call(
        Schema schema, Session session, Rights rights, Happenings events, List<String> path, List<JsonNode> revisions) {

    /** More levels of nested items than people write by hand; each costs stack. */
    static final int MAX_DEPTH = 100;

    Call(Schema schema, Session session, Rights rights) {
        this(schema, session, rights, new Happenings(), List.of(), new ArrayList<>());
    }

    @Nullable
    Accountability accountability() {
        return session.accountability();
    }

    /**
     * The call for the items nested in a field.
     *
     * @param children where their revisions are noted
     */
    Call nested(String field, List<JsonNode> children) {
        if (path.size() >= MAX_DEPTH) {
            throw ItemErrors.invalidPayload("Items are nested deeper than " + MAX_DEPTH + " levels");
        }
        List<String> longer = new ArrayList<>(path);
        longer.add(field);
        return new Call(schema, session, rights, events, List.copyOf(longer), children);
    }

    /** @throws org.camundaflows.store.error.ItemException if there is no such collection, or it is inactive */
    CollectionSchema collection(String name) {
        CollectionSchema collection =
                schema.collection(name).orElseThrow(() -> ItemErrors.forbiddenCollection(name, List.of()));
        if (!collection.active()) {
            throw ItemErrors.inactive(name);
        }
        return collection;
    }
}
