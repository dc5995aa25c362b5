package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a collection.
 *
 * @param special what Directus calls special, such as {@code uuid}, {@code date-created}, {@code m2o}, {@code conceal}
 * @param column null for fields without one ({@link FieldType#ALIAS})
 * @param validation a filter that submitted values must hold, or NullNode
 * @param searchable whether the search looks at it
 * @param meta the row of {@code directus_fields}, or NullNode
 */
public record FieldSchema(
        String name,
        FieldType type,
        Set<String> special,
        @Nullable Column column,
        JsonNode validation,
        boolean searchable,
        JsonNode meta) {

    public FieldSchema {
        special = Set.copyOf(special);
    }

    /** A field that only the database knows. */
    static FieldSchema plain(String name, FieldType type, Column column) {
        return new FieldSchema(name, type, Set.of(), column, NullNode.getInstance(), true, NullNode.getInstance());
    }

    public boolean isAlias() {
        return column == null;
    }

    public boolean has(String specialName) {
        return special.contains(specialName);
    }

    /** Whether its values are never shown. */
    public boolean isConcealed() {
        return has("conceal");
    }
}
