package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.store.schema.FieldSchema;

/** A plan of which no more than the primary keys of its items matter. */
final class KeysPlan {

    private KeysPlan() {}

    static Plan of(Plan plan) {
        FieldSchema key = plan.collection().key();
        return new Plan(
                plan.collection(),
                List.of(new Entry.Key(key.name(), key)),
                plan.filter(),
                plan.search(),
                plan.sort(),
                plan.bounds(),
                null);
    }

    static JsonNode key(Plan plan, ObjectNode item) {
        return item.path(plan.collection().primaryKey());
    }
}
