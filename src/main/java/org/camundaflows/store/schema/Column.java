package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A column as the database has it.
 *
 * @param dataType the type as jOOQ binds it
 * @param databaseType the name of the type in the database, lower case, for example {@code character varying}
 * @param defaultValue a constant default; NullNode without one, and for defaults that the database computes
 * @param hasDefault whether the database fills the column in when it is left out; identity columns included
 * @param maxLength of texts; null without a limit
 */
public record Column(
        DataType<?> dataType,
        String databaseType,
        boolean nullable,
        boolean hasDefault,
        JsonNode defaultValue,
        @Nullable Integer maxLength,
        @Nullable Integer precision,
        @Nullable Integer scale,
        boolean unique,
        boolean primaryKey,
        boolean autoIncrement) {}
