package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.camundaflows.json.DateValue;
import org.camundaflows.store.query.sql.DateTypes;
import org.camundaflows.store.schema.FieldType;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** Dates and times as results show them. */
final class DateReaders {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final ZoneId zone;

    DateReaders(ZoneId zone) {
        this.zone = zone;
    }

    /** @param type of the column */
    ValueReader of(FieldType field, DataType<?> type) {
        if (type.isDate()) {
            return (row, column) -> shown(row.getObject(column, LocalDate.class), LocalDate::toString);
        }
        if (type.isTime()) {
            return (row, column) -> shown(row.getObject(column, LocalTime.class), TIME::format);
        }
        boolean isInstant = field == FieldType.TIMESTAMP;
        return DateTypes.hasZone(type)
                ? (row, column) ->
                        shown(row.getObject(column, OffsetDateTime.class), isInstant ? this::instant : this::local)
                : (row, column) ->
                        shown(row.getObject(column, LocalDateTime.class), isInstant ? this::instant : this::local);
    }

    private static <T> JsonNode shown(@Nullable T value, Function<T, String> form) {
        return value == null ? NullNode.getInstance() : TextNode.valueOf(form.apply(value));
    }

    private String instant(OffsetDateTime value) {
        return new DateValue(value.toInstant()).iso();
    }

    private String instant(LocalDateTime value) {
        return new DateValue(value.atZone(zone).toInstant()).iso();
    }

    private String local(OffsetDateTime value) {
        return DATE_TIME.format(value.atZoneSameInstant(zone));
    }

    private String local(LocalDateTime value) {
        return DATE_TIME.format(value);
    }
}
