package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A collection: a table with a primary key of one column, and what {@code directus_collections} says about it.
 *
 * @param fields by name, in the order in which wildcards list them
 * @param sortField orders items when a query does not; null for the primary key
 * @param tracking which writes leave traces: {@code all}, {@code activity}, or null for none
 * @param active whether items can be reached
 * @param meta the row of {@code directus_collections}, or NullNode
 */
public record CollectionSchema(
        String name,
        String primaryKey,
        Map<String, FieldSchema> fields,
        boolean singleton,
        @Nullable String sortField,
        @Nullable String tracking,
        boolean active,
        JsonNode meta) {

    private static final String SYSTEM = "directus_";

    public CollectionSchema {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Optional<FieldSchema> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    public FieldSchema key() {
        return field(primaryKey).orElseThrow();
    }

    /** Whether it is one of Directus's own tables. */
    public boolean isSystem() {
        return isSystem(name);
    }

    public static boolean isSystem(String collection) {
        return collection.startsWith(SYSTEM);
    }
}
