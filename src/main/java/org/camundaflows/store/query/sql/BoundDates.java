package org.camundaflows.store.query.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
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

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Instant FIRST = Instant.parse("-4000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");

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
                return DAY.parse(operand.textValue(), LocalDate::from);
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
        return read(operand)
                .filter(BoundDates::isStorable)
                .orElseThrow(() -> ItemErrors.invalidQuery("Invalid date value"));
    }

    /** Years that every database knows. */
    private static boolean isStorable(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(LAST);
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
