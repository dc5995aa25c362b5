package org.camundaflows.store.query.sql;

import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** A collection as one table of a statement, under a name of its own there. */
public record Source(CollectionSchema collection, String alias, Table<?> table) {

    /** @throws IllegalArgumentException if the field has no column */
    public Field<?> column(FieldSchema field) {
        Column column = field.column();
        if (column == null) {
            throw new IllegalArgumentException("Without a column: " + field.name());
        }
        return DSL.field(DSL.name(alias, field.name()), column.dataType());
    }

    /** @throws java.util.NoSuchElementException if there is no such field */
    public Field<?> column(String field) {
        return column(collection.field(field).orElseThrow());
    }

    public Field<?> key() {
        return column(collection.key());
    }
}
