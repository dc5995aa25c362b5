package org.camundaflows.store.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.Json;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.FieldType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Turns submitted values into values of columns (specification: items-query, section 8). */
final class ColumnValues {

    private static final Pattern HALF_CHARACTER =
            Pattern.compile("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private final Moments moments;

    ColumnValues(Moments moments) {
        this.moments = moments;
    }

    /**
     * The columns to write, each with what is bound to it. Values that the column can never take are left out.
     *
     * @param values of fields with columns
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_PAYLOAD}, {@code VALUE_TOO_LONG} or
     *     {@code VALUE_OUT_OF_RANGE} if a value does not fit
     */
    Map<Field<?>, Field<?>> bind(CollectionSchema collection, ObjectNode values) {
        Map<Field<?>, Field<?>> bound = new LinkedHashMap<>();
        values.properties().forEach(entry -> {
            FieldSchema field = collection.field(entry.getKey()).orElseThrow();
            Column column = field.column();
            if (column != null && !isDropped(field, entry.getValue())) {
                Object value = value(collection.name(), field, column, entry.getValue());
                bound.put(DSL.field(DSL.name(field.name()), column.dataType()), DSL.val(value, column.dataType()));
            }
        });
        return bound;
    }

    private static boolean isDropped(FieldSchema field, JsonNode value) {
        return field.type() == FieldType.CSV && !value.isNull() && !value.isArray() && !value.isTextual();
    }

    private @Nullable Object value(String collection, FieldSchema field, Column column, JsonNode submitted) {
        if (submitted.isNull() || submitted.isMissingNode()) {
            return null;
        }
        return switch (field.type()) {
            case INTEGER, BIG_INTEGER, FLOAT, DECIMAL -> Numbers.value(collection, field, column, submitted);
            case BOOLEAN -> flag(field, submitted);
            case UUID -> uuid(field, column, submitted);
            case JSON -> json(submitted);
            case CSV ->
                text(collection, field, column, submitted instanceof ArrayNode list ? joined(list) : plain(submitted));
            case DATE, TIME, DATE_TIME, TIMESTAMP -> moment(field, column, submitted);
            case BINARY -> plain(submitted).getBytes(StandardCharsets.UTF_8);
            default -> text(collection, field, column, plain(submitted));
        };
    }

    private static String text(String collection, FieldSchema field, Column column, String text) {
        if (text.indexOf('\0') >= 0) {
            throw ItemErrors.invalidPayload("Invalid character in field \"" + field.name() + "\"");
        }
        Integer most = column.maxLength();
        if (most != null && text.length() > most && text.codePointCount(0, text.length()) > most) {
            throw ItemErrors.tooLong(collection, field.name(), field.isConcealed() ? null : text);
        }
        return HALF_CHARACTER.matcher(text).replaceAll("\ufffd");
    }

    private static String plain(JsonNode value) {
        return value.isContainerNode() || (value instanceof POJONode pojo && !(pojo.getPojo() instanceof DateValue))
                ? Json.write(value)
                : Json.display(value);
    }

    private static String joined(ArrayNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.isNull() ? "" : plain(entry)));
        return String.join(",", texts);
    }

    private static Object uuid(FieldSchema field, Column column, JsonNode submitted) {
        String text = plain(submitted);
        if (column.dataType().getType() != UUID.class) {
            return text;
        }
        if (!Keys.isUuid(text)) {
            throw ItemErrors.invalidPayload("Invalid UUID in field \"" + field.name() + "\"");
        }
        return UUID.fromString(text);
    }

    private static @Nullable Boolean flag(FieldSchema field, JsonNode submitted) {
        return switch (Json.display(submitted)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            case "" -> null;
            default -> throw ItemErrors.invalidPayload("Invalid boolean in field \"" + field.name() + "\"");
        };
    }

    /** Text that is no JSON becomes a JSON text: it reads back the same. */
    private static String json(JsonNode submitted) {
        if (!submitted.isTextual()) {
            return Json.write(submitted);
        }
        try {
            Json.parse(submitted.textValue());
            return submitted.textValue();
        } catch (JsonProcessingException e) {
            return Json.write(submitted);
        }
    }

    private @Nullable Object moment(FieldSchema field, Column column, JsonNode submitted) {
        if (submitted.isTextual() && (submitted.textValue().isEmpty() || Moments.isBlank(submitted.textValue()))) {
            return null;
        }
        if (field.type() == FieldType.TIME && submitted.isTextual()) {
            return Moments.time(submitted.textValue()).orElseThrow(() -> invalid(field));
        }
        return fitting(field, column, instant(submitted).orElseThrow(() -> invalid(field)));
    }

    private Object fitting(FieldSchema field, Column column, Instant instant) {
        Class<?> type = column.dataType().getType();
        if (type == LocalDate.class) {
            return instant.atZone(moments.zone()).toLocalDate();
        }
        if (type == LocalTime.class) {
            return instant.atZone(moments.zone()).toLocalTime();
        }
        if (type == LocalDateTime.class) {
            ZoneId zone = field.type() == FieldType.TIMESTAMP ? ZoneOffset.UTC : moments.zone();
            return instant.atZone(zone).toLocalDateTime();
        }
        return type == String.class ? new DateValue(instant).iso() : instant.atOffset(ZoneOffset.UTC);
    }

    private Optional<Instant> instant(JsonNode submitted) {
        if (submitted.isTextual()) {
            return moments.instant(submitted.textValue());
        }
        if (submitted instanceof POJONode pojo && pojo.getPojo() instanceof DateValue date) {
            return Optional.of(date.instant());
        }
        return submitted.isNumber() && submitted.canConvertToLong()
                ? Optional.of(Instant.ofEpochMilli(submitted.longValue()))
                : Optional.empty();
    }

    private static RuntimeException invalid(FieldSchema field) {
        String kind =
                switch (field.type()) {
                    case DATE -> "Date";
                    case TIME -> "Time";
                    case TIMESTAMP -> "Timestamp";
                    default -> "DateTime";
                };
        return ItemErrors.invalidPayload("Invalid " + kind + " format in field \"" + field.name() + "\"");
    }
}
