package org.camundaflows.store.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camundaflows.json.Json;
import org.camundaflows.store.sql.Database;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads a table of metadata with whatever columns its version has. */
final class MetadataTable {

    private final Database database;
    private final Set<String> tables;

    MetadataTable(Database database, Set<String> tables) {
        this.database = database;
        this.tables = tables;
    }

    List<ObjectNode> rows(String table, String order) {
        if (!tables.contains(table)) {
            return List.of();
        }
        Map<String, Set<String>> specials = SystemMetadata.instance().specials(table);
        return database.sql()
                .select(DSL.asterisk())
                .from(database.table(table))
                .orderBy(DSL.field(DSL.name(order)))
                .fetch(row -> node(row, specials));
    }

    private static ObjectNode node(Record row, Map<String, Set<String>> specials) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Field<?> column : row.fields()) {
            Set<String> special = specials.getOrDefault(column.getName(), Set.of());
            node.set(column.getName(), value(row.get(column), special));
        }
        return node;
    }

    private static JsonNode value(@Nullable Object value, Set<String> special) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (special.contains("cast-json")) {
            return json(value.toString());
        }
        if (special.contains("cast-csv")) {
            return list(value.toString());
        }
        if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        }
        return value instanceof Number number
                ? DecimalNode.valueOf(new BigDecimal(number.toString()))
                : TextNode.valueOf(value.toString());
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static ArrayNode list(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (!text.isEmpty()) {
            for (String entry : text.split(",", -1)) {
                list.add(entry);
            }
        }
        return list;
    }
}
