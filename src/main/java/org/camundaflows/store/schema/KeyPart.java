package org.camundaflows.store.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column's part in a primary, unique or foreign key. Keys of several columns have several.
 *
 * @param key name of the constraint
 * @param oneTable what a foreign key refers to; else null
 * @param oneColumn what a foreign key refers to; else null
 */
record KeyPart(
        Kind kind, String table, String key, String column, @Nullable String oneTable, @Nullable String oneColumn) {

    enum Kind {
        PRIMARY,
        UNIQUE,
        FOREIGN
    }
}
