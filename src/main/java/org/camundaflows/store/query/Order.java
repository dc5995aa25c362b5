package org.camundaflows.store.query;

import java.util.List;
import org.camundaflows.filter.FieldPath;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.query.sql.Source;
import org.camundaflows.store.query.sql.ValuePaths;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;
import org.jooq.Field;
import org.jooq.SortField;

/** The order of items: null is the lowest value, on every database. */
final class Order {

    private final ValuePaths values;

    Order(Reading reading) {
        this.values = new ValuePaths(reading);
    }

    List<SortField<?>> of(Source source, List<SortKey> keys) {
        return keys.stream().<SortField<?>>map(key -> term(source, key)).toList();
    }

    private SortField<?> term(Source source, SortKey key) {
        Field<?> value = values.value(source, key.path(), key.descending());
        return isNeverNull(source, key.path())
                ? key.descending() ? value.desc() : value.asc()
                : term(value, key.descending());
    }

    static SortField<?> term(Field<?> value, boolean descending) {
        return descending ? value.desc().nullsLast() : value.asc().nullsFirst();
    }

    /** Where there is no null, nothing about it may keep the database from using an index. */
    private static boolean isNeverNull(Source source, FieldPath path) {
        Column column = path.parents().isEmpty()
                ? source.collection().field(path.key()).map(FieldSchema::column).orElse(null)
                : null;
        return column != null && column.primaryKey();
    }
}
