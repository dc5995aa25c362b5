package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.json.Json;
import org.camundaflows.store.error.ItemErrors;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rows of metadata as a statement takes them. */
final class RowValues {

    private RowValues() {}

    /** The members that are columns of the collection; others are left out, and null where a column forbids it. */
    static Map<Field<?>, Field<?>> of(CollectionSchema collection, ObjectNode row) {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        row.properties()
                .forEach(member ->
                        collection.field(member.getKey()).ifPresent(field -> put(values, field, member.getValue())));
        return values;
    }

    private static void put(Map<Field<?>, Field<?>> values, FieldSchema field, JsonNode value) {
        Column column = field.column();
        boolean fits = column != null && (column.nullable() || !value.isNull());
        if (column != null && fits) {
            values.put(
                    DSL.field(DSL.name(field.name()), column.dataType()),
                    bound(column.dataType(), field.name(), text(field.type(), value)));
        }
    }

    /** The library takes what it cannot convert for null. */
    private static <T> Field<T> bound(DataType<T> type, String name, @Nullable String text) {
        T value = type.convert(text);
        if (text != null && value == null) {
            throw ItemErrors.invalidPayload("Illegal value for \"" + name + "\"");
        }
        return DSL.val(value, type);
    }

    private static @Nullable String text(FieldType type, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (type == FieldType.JSON) {
            return Json.write(value);
        }
        if (type == FieldType.CSV && value.isArray()) {
            List<String> entries = new ArrayList<>();
            value.forEach(entry -> entries.add(entry.asText()));
            return String.join(",", entries);
        }
        return value.isContainerNode() ? Json.write(value) : value.asText();
    }
}
