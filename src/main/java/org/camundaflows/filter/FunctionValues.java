package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.WeekFields;
import java.util.Optional;
import org.camundaflows.json.DateValue;

/** Applies functions to field values (specification: filters, section 2). */
final class FunctionValues {

    // week 1 is the one with January 1
    private static final WeekFields WEEKS = WeekFields.of(DayOfWeek.SUNDAY, 1);

    private final DateText dates;
    private final ZoneId zone;

    FunctionValues(DateText dates, ZoneId zone) {
        this.dates = dates;
        this.zone = zone;
    }

    /**
     * The result: a number, NaN for a date that is none, null for the count of what is no array.
     *
     * @throws FilterException if a date is asked of what is neither text nor date
     */
    JsonNode apply(FieldFunction function, JsonNode value) {
        if (function == FieldFunction.COUNT) {
            return value.isArray() ? IntNode.valueOf(value.size()) : NullNode.getInstance();
        }
        Optional<Instant> date = date(value);
        return date.isPresent() ? IntNode.valueOf(part(function, date.get())) : DoubleNode.valueOf(Double.NaN);
    }

    private Optional<Instant> date(JsonNode value) {
        if (value instanceof POJONode pojo && pojo.getPojo() instanceof DateValue date) {
            return Optional.of(date.instant());
        }
        if (value.isTextual()) {
            return dates.parseIso(value.textValue());
        }
        if (value.isMissingNode() || value.isNull()) {
            String what = value.isNull() ? "null" : "undefined";
            throw FilterException.type("Cannot read properties of " + what + " (reading 'split')");
        }
        throw FilterException.type("dateString.split is not a function");
    }

    private int part(FieldFunction function, Instant date) {
        ZonedDateTime utc = date.atZone(ZoneOffset.UTC);
        ZonedDateTime local = date.atZone(zone);
        return switch (function) {
            case YEAR -> utc.getYear();
            case MONTH -> utc.getMonthValue();
            case HOUR -> utc.getHour();
            case MINUTE -> utc.getMinute();
            case SECOND -> utc.getSecond();
            case DAY -> local.getDayOfMonth();
            case WEEKDAY -> local.getDayOfWeek().getValue() % 7;
            case WEEK -> local.get(WEEKS.weekOfWeekBasedYear());
            case COUNT -> throw new IllegalArgumentException("No part of a date: " + function);
        };
    }
}
