package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.json.Json;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.Schema;

/** References that cannot lead anywhere because of their form. */
final class ForeignKeys {

    private ForeignKeys() {}

    /** @throws org.camundaflows.store.error.ItemException {@code INVALID_FOREIGN_KEY} */
    static void check(Schema schema, CollectionSchema collection, ObjectNode values) {
        values.properties().forEach(entry -> {
            FieldSchema field = collection.field(entry.getKey()).orElseThrow();
            boolean reference = schema.reference(collection.name(), field.name())
                    .filter(relation -> !relation.isToAny())
                    .isPresent();
            if (reference
                    && !entry.getValue().isNull()
                    && Keys.value(field, entry.getValue()).isEmpty()) {
                throw ItemErrors.invalidForeignKey(collection.name(), field.name(), Json.display(entry.getValue()));
            }
        });
    }
}
