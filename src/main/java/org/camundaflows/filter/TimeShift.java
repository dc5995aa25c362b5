package org.camundaflows.filter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far {@code $NOW(…)} lies from now. Days and longer units count whole ones, in the calendar of a zone; shorter
 * units may be fractions.
 */
record TimeShift(Period period, Duration duration) {

    private static final Pattern TEXT = Pattern.compile("([+-]?)(\\d{0,12}\\.?\\d{1,12}) *([a-z]*)");

    static Optional<TimeShift> parse(String text) {
        Matcher parts = TEXT.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(parts.group(1).replace("+", "") + parts.group(2));
        try {
            return of(amount, parts.group(3));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<TimeShift> of(BigDecimal amount, String unit) {
        return switch (unit) {
            case "ms", "msec", "msecs", "millisecond", "milliseconds" -> duration(amount, 1);
            case "s", "sec", "secs", "second", "seconds" -> duration(amount, 1000);
            case "m", "min", "mins", "minute", "minutes" -> duration(amount, 60_000);
            case "h", "hr", "hrs", "hour", "hours" -> duration(amount, 3_600_000);
            case "", "d", "day", "days" -> period(Period.ofDays(whole(amount)));
            case "w", "week", "weeks" -> period(Period.ofDays(whole(amount.multiply(BigDecimal.valueOf(7)))));
            case "mo", "mth", "month", "months" -> period(Period.ofMonths(whole(amount)));
            case "y", "yr", "yrs", "year", "years" -> period(Period.ofYears(whole(amount)));
            default -> Optional.empty();
        };
    }

    private static Optional<TimeShift> duration(BigDecimal amount, long milliseconds) {
        BigDecimal total = amount.multiply(BigDecimal.valueOf(milliseconds));
        return Optional.of(new TimeShift(
                Period.ZERO, Duration.ofMillis(total.toBigInteger().longValueExact())));
    }

    private static Optional<TimeShift> period(Period period) {
        return Optional.of(new TimeShift(period, Duration.ZERO));
    }

    private static int whole(BigDecimal amount) {
        return amount.toBigInteger().intValueExact();
    }

    /** The shifted moment; the given one when the result lies beyond the calendar. */
    Instant apply(Instant now, ZoneId zone) {
        try {
            return now.atZone(zone).plus(period).plus(duration).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            return now;
        }
    }
}
