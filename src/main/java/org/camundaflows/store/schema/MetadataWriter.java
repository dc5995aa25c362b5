package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.json.Json;
import org.jspecify.annotations.Nullable;

/** Writes rows of the tables in which Directus describes the data model. */
final class MetadataWriter {

    private MetadataWriter() {}

    /**
     * Inserts a row; members of the metadata that the table has no column for are left out.
     *
     * @param fixed wins over the metadata
     */
    static void insert(SystemTable table, JsonNode meta, Map<String, @Nullable Object> fixed) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        meta.properties().stream()
                .filter(member ->
                        !member.getKey().equals("id") && !member.getValue().isNull())
                .forEach(member -> values.put(member.getKey(), value(member.getKey(), member.getValue())));
        values.putAll(fixed);
        table.insert(values);
    }

    /** Lists of names are kept with commas, all other structures as JSON. */
    private static @Nullable Object value(String name, JsonNode value) {
        if (value.isArray() && (name.equals("special") || name.equals("one_allowed_collections"))) {
            List<String> entries = new ArrayList<>();
            value.forEach(entry -> entries.add(entry.asText()));
            return String.join(",", entries);
        }
        if (value.isContainerNode()) {
            return Json.write(value);
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.numberValue() : value.asText();
    }
}
