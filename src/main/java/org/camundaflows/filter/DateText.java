package org.camundaflows.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as text, read and written the way JavaScript does. */
public final class DateText {

    private static final Pattern ISO = Pattern.compile("([+-]\\d{6}|\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?"
            + "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9})\\d*)?)?\\s*([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?");
    private static final DateTimeFormatter DISPLAY =
            DateTimeFormatter.ofPattern("EEE MMM dd uuuu HH:mm:ss 'GMT'xx '('zzzz')'", Locale.ENGLISH);

    private final ZoneId zone;

    /** @param zone the zone of times that name none */
    public DateText(ZoneId zone) {
        this.zone = zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }

    /** As {@code new Date(text)}: ISO text, of which a day alone is in UTC, or one of the older English forms. */
    public Optional<Instant> parse(String text) {
        return iso(text, ZoneOffset.UTC).or(() -> LegacyDateText.parse(text, zone));
    }

    /** ISO text only, of which a day alone is in the zone of this object. */
    Optional<Instant> parseIso(String text) {
        return iso(text, zone);
    }

    /** As {@code String(date)}, for example {@code Mon Jan 01 2024 00:00:00 GMT+0000 (Coordinated Universal Time)}. */
    String display(Instant instant) {
        return DISPLAY.format(instant.atZone(zone));
    }

    private Optional<Instant> iso(String text, ZoneId zoneOfDays) {
        Matcher iso = ISO.matcher(text.strip());
        if (!iso.matches() || (iso.group(4) != null && iso.group(3) == null)) {
            return Optional.empty();
        }
        try {
            ZoneId in = iso.group(4) == null ? zoneOfDays : offset(iso.group(8));
            return Optional.of(local(iso).atZone(in).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private ZoneId offset(@Nullable String offset) {
        if (offset == null) {
            return zone;
        }
        return offset.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(offset);
    }

    private static LocalDateTime local(Matcher iso) {
        // a 30 February is the first or second of March, 24:00 the next midnight
        LocalDateTime midnight = day(Integer.parseInt(iso.group(1)), number(iso.group(2), 1), number(iso.group(3), 1));
        int hour = number(iso.group(4), 0);
        int minute = number(iso.group(5), 0);
        int second = number(iso.group(6), 0);
        if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0)) {
            throw new DateTimeException("No time of day");
        }
        return midnight.plusHours(hour).plusMinutes(minute).plusSeconds(second).plusNanos(milliseconds(iso.group(7)));
    }

    static LocalDateTime day(int year, int month, int day) {
        if (day < 1 || day > 31) {
            throw new DateTimeException("No day of a month: " + day);
        }
        return LocalDate.of(year, month, 1).plusDays(day - 1L).atStartOfDay();
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    /** The nanoseconds of a fraction of a second, cut to whole milliseconds. */
    static long milliseconds(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3)) * 1_000_000L;
    }
}
