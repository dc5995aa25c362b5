package org.camundaflows.store.query.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.camundaflows.filter.DateText;
import org.camundaflows.json.DateValue;
import org.camundaflows.store.error.ItemErrors;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Operands as dates and times of the types that columns have. */
final class BoundDates {

    private final ZoneId zone;
    private final DateText dates;

    BoundDates(ZoneId zone) {
        this.zone = zone;
        this.dates = new DateText(zone);
    }

    /** @throws org.camundaflows.store.error.ItemException {@code INVALID_QUERY} if the operand is no date */
    Param<?> bind(DataType<?> type, JsonNode operand) {
        if (type.isDate()) {
            return DSL.val(day(operand), SQLDataType.LOCALDATE);
        }
        if (type.isTime()) {
            return DSL.val(time(operand), SQLDataType.LOCALTIME);
        }
        Instant instant = instant(operand);
        return DateTypes.hasZone(type)
                ? DSL.val(instant.atOffset(ZoneOffset.UTC), SQLDataType.TIMESTAMPWITHTIMEZONE)
                : DSL.val(instant.atZone(zone).toLocalDateTime(), SQLDataType.LOCALDATETIME);
    }

    private LocalDate day(JsonNode operand) {
        if (operand.isTextual()) {
            try {
                return LocalDate.parse(operand.textValue());
            } catch (DateTimeException e) {
                // longer forms follow
            }
        }
        return instant(operand).atZone(zone).toLocalDate();
    }

    private LocalTime time(JsonNode operand) {
        if (operand.isTextual()) {
            try {
                return LocalTime.parse(operand.textValue());
            } catch (DateTimeException e) {
                // longer forms follow
            }
        }
        return instant(operand).atZone(zone).toLocalTime();
    }

    private Instant instant(JsonNode operand) {
        return read(operand).orElseThrow(() -> ItemErrors.invalidQuery("Invalid date value"));
    }

    private Optional<Instant> read(JsonNode operand) {
        if (operand instanceof POJONode pojo && pojo.getPojo() instanceof DateValue date) {
            return Optional.of(date.instant());
        }
        if (operand.isNumber() && operand.canConvertToLong()) {
            return Optional.of(Instant.ofEpochMilli(operand.longValue()));
        }
        return operand.isTextual() ? dates.parse(operand.textValue()) : Optional.empty();
    }
}
