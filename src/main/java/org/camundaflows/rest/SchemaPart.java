package org.camundaflows.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.camundaflows.store.schema.SchemaListing;

/** What a data model consists of. */
enum SchemaPart {
    COLLECTIONS(SchemaListing::collections),
    FIELDS(SchemaListing::fields),
    RELATIONS(SchemaListing::relations);

    private final Function<SchemaListing, List<ObjectNode>> entries;

    SchemaPart(Function<SchemaListing, List<ObjectNode>> entries) {
        this.entries = entries;
    }

    /** @param name as it stands in paths */
    static SchemaPart of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    List<ObjectNode> of(SchemaListing listing) {
        return entries.apply(listing);
    }
}
