package org.camundaflows.store.query.sql;

import java.util.Optional;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What of the items a statement may look at (specification: access, section 4). */
public interface Access {

    /** Whether any item of the collection can be read. */
    boolean reaches(CollectionSchema collection);

    /** Whether the field can be read of at least some items. */
    boolean grants(CollectionSchema collection, String field);

    /** Which items can be read; no condition when all can. */
    Condition rule(Source source);

    /** On which of the items that can be read the field can be read as well; empty when on all of them. */
    Optional<Condition> visible(Source source, String field);

    /** The column of a field, null on items of which the field cannot be read. */
    default Field<?> column(Source source, FieldSchema field) {
        return guarded(source, field.name(), source.column(field));
    }

    /** A value that tells something of a field, null on items of which the field cannot be read. */
    default <T> Field<T> guarded(Source source, String field, Field<T> value) {
        Optional<Condition> visible = visible(source, field);
        return visible.isPresent() ? DSL.when(visible.get(), value) : value;
    }
}
