package org.camundaflows.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.camundaflows.store.schema.SchemaListing;

/** What a data model consists of. */
enum SchemaPart {
    COLLECTIONS,
    FIELDS,
    RELATIONS;

    /** @param name as it stands in paths */
    static SchemaPart of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    List<ObjectNode> of(SchemaListing listing) {
        return switch (this) {
            case COLLECTIONS -> listing.collections();
            case FIELDS -> listing.fields();
            case RELATIONS -> listing.relations();
        };
    }
}
