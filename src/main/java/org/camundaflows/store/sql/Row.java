package org.camundaflows.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.Json;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads a row without knowing how the database spells its types; columns that are not there count as null. */
public record Row(Record record) {

    private @Nullable Object value(String column) {
        return record.field(column) == null ? null : record.get(column);
    }

    /** Ids of any type are texts as well. */
    public @Nullable String text(String column) {
        Object value = value(column);
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof JSON json) {
            return json.data();
        }
        return value instanceof JSONB json ? json.data() : value == null ? null : value.toString();
    }

    /** Null counts as empty. */
    public String textOrEmpty(String column) {
        String text = text(column);
        return text == null ? "" : text;
    }

    /** Null counts as false. */
    public boolean flag(String column) {
        Object value = value(column);
        return value instanceof Boolean flag ? flag : value instanceof Number number && number.intValue() != 0;
    }

    public @Nullable Instant moment(String column) {
        Object value = value(column);
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        if (value instanceof LocalDateTime moment) {
            return moment.toInstant(ZoneOffset.UTC);
        }
        return value instanceof Timestamp moment ? moment.toInstant() : null;
    }

    /**
     * A value kept as JSON; NullNode for null.
     *
     * @throws IllegalStateException if it is no JSON
     */
    public JsonNode json(String column) {
        String text = text(column);
        if (text == null || text.isBlank()) {
            return NullNode.getInstance();
        }
        try {
            JsonNode json = Json.parse(text);
            // some databases hand JSON over as a JSON text
            return json.isTextual() ? Json.parse(json.textValue()) : json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON in column " + column, e);
        }
    }

    /** Names between commas, or as a JSON array; empty for null. */
    public List<String> list(String column) {
        String text = textOrEmpty(column).strip();
        List<String> names = new ArrayList<>();
        if (text.startsWith("[")) {
            json(column).forEach(name -> names.add(name.asText()));
        } else if (!text.isEmpty()) {
            for (String name : text.split(",", -1)) {
                names.add(name.strip());
            }
        }
        names.removeIf(String::isEmpty);
        return names;
    }
}
