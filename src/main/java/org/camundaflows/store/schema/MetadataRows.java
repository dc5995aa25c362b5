package org.camundaflows.store.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camundaflows.json.Json;
import org.camundaflows.store.sql.Database;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the tables in which Directus describes the data model. */
final class MetadataRows {

    private static final String CSV = ",";

    private final Database database;

    MetadataRows(Database database) {
        this.database = database;
    }

    /**
     * The rows of a table as JSON, in the order of a column.
     *
     * @param json columns that hold JSON, whatever the type of the column
     */
    List<ObjectNode> of(String table, String order, Set<String> json) {
        return database.sql()
                .select(DSL.asterisk())
                .from(database.table(table))
                .orderBy(DSL.field(DSL.name(order)))
                .fetch(row -> object(row, json));
    }

    private static ObjectNode object(Record row, Set<String> json) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Field<?> column : row.fields()) {
            Object value = row.get(column);
            object.set(column.getName(), json.contains(column.getName()) ? parsed(value) : plain(value));
        }
        return object;
    }

    private static JsonNode plain(@Nullable Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof Boolean || value instanceof Number) {
            return Json.mapper().valueToTree(value);
        }
        return TextNode.valueOf(value.toString());
    }

    private static JsonNode parsed(@Nullable Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        try {
            return Json.parse(value.toString());
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(value.toString());
        }
    }

    /** The entries of a text with commas; none for null. */
    static List<String> list(JsonNode text) {
        return Stream.of(text.asText("").split(CSV))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
