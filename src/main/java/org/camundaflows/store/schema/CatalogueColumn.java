package org.camundaflows.store.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column in the words of the database's catalogue.
 *
 * @param type its name, lower case, without length or precision
 * @param defaultExpression SQL; null without one
 * @param counted whether the database numbers the rows with it
 */
record CatalogueColumn(
        String table,
        String name,
        String type,
        boolean nullable,
        @Nullable String defaultExpression,
        @Nullable Integer maxLength,
        @Nullable Integer precision,
        @Nullable Integer scale,
        boolean counted) {}
