package org.camundaflows.store.items;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Submitted dates and times: ISO 8601 texts, in full or shortened from the right. */
final class Moments {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-?(\\d\\d)(?:-?(\\d\\d))?)?"
            + "(?:[Tt ](\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d)(?:[.,](\\d{1,9})\\d*)?)?)?"
            + "\\s*([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?");
    private static final Pattern TIME = Pattern.compile("(\\d\\d?):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9})\\d*)?)?");

    /** What editors send for a date that has been cleared. */
    private static final Pattern BLANK = Pattern.compile("[.0 :-]{10,}");

    private final ZoneId zone;

    /** @param zone of times that name none, and in which days begin */
    Moments(ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    static boolean isBlank(String text) {
        return BLANK.matcher(text).matches();
    }

    /** Empty when the text is no date of the calendar. */
    Optional<Instant> instant(String text) {
        Matcher iso = ISO.matcher(text.strip());
        if (!iso.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(iso.group(1), 0), number(iso.group(2), 1), number(iso.group(3), 1));
            LocalDateTime local = LocalDateTime.of(day, LocalTime.MIDNIGHT);
            return Optional.of(
                    iso.group(4) == null
                            ? local.atZone(zone).toInstant()
                            : atTime(day, iso).atZone(zone(iso.group(8))).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime atTime(LocalDate day, Matcher iso) {
        int hour = number(iso.group(4), 0);
        LocalTime time = LocalTime.of(
                hour == 24 ? 0 : hour, number(iso.group(5), 0), number(iso.group(6), 0), nanos(iso.group(7)));
        if (hour == 24 && !time.equals(LocalTime.MIDNIGHT)) {
            throw new DateTimeException("No time of day");
        }
        return day.plusDays(hour == 24 ? 1 : 0).atTime(time);
    }

    private ZoneId zone(@Nullable String offset) {
        if (offset == null) {
            return zone;
        }
        return offset.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(offset);
    }

    /** Empty when the text is no time of day. */
    static Optional<LocalTime> time(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.of(
                    number(time.group(1), 0),
                    number(time.group(2), 0),
                    number(time.group(3), 0),
                    nanos(time.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
}
