package org.camundaflows.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms of dates that JavaScript engines read besides ISO: {@code Jan 5, 2024 3:04 PM}, {@code 5 January 2024},
 * {@code 1/5/2024}, {@code Mon, 05 Jan 2024 00:00:00 GMT+0100}. Words before the first number that mean nothing are
 * skipped, as those engines do.
 */
final class LegacyDateText {

    private static final int MAX_LENGTH = 100;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Pattern TOKEN = Pattern.compile("\\([^)]*\\)"
            + "|(?<time>\\d{1,2}:\\d{1,2}(?::\\d{1,2}(?:\\.(?<fraction>\\d+))?)?)"
            + "|(?<offset>[+-](?:\\d{4}|\\d{1,2}(?::\\d\\d)?)(?!\\d))"
            + "|(?<number>\\d+)|(?<word>[A-Za-z]+)|(?<other>\\S)|\\s+");

    private final List<Integer> numbers = new ArrayList<>();
    private @Nullable Integer month;
    private @Nullable Integer meridian;
    private @Nullable String time;
    private @Nullable String fraction;
    private @Nullable ZoneId offset;

    private LegacyDateText() {}

    static Optional<Instant> parse(String text, ZoneId zone) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            LegacyDateText date = new LegacyDateText();
            date.read(TOKEN.matcher(text));
            return Optional.of(date.instant(zone));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void read(Matcher token) {
        while (token.find()) {
            if (token.group("time") != null) {
                once(time);
                time = token.group("time");
                fraction = token.group("fraction");
            } else if (token.group("offset") != null && (time != null || offset != null)) {
                offset = ZoneOffset.of(padded(token.group("offset")));
            } else if (token.group("offset") != null) {
                numbers.add(Integer.parseInt(token.group("offset").substring(1)));
            } else if (token.group("number") != null) {
                numbers.add(Integer.parseInt(token.group("number")));
            } else if (token.group("word") != null) {
                word(token.group("word").toLowerCase(Locale.ROOT));
            } else if (token.group("other") != null && "-/,.".indexOf(token.group("other")) < 0) {
                throw new DateTimeException("No part of a date: " + token.group());
            }
        }
    }

    private void word(String word) {
        int known = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
        if (word.equals("am") || word.equals("pm")) {
            meridian = word.equals("am") ? 0 : 12;
        } else if (word.equals("z") || word.equals("utc") || word.equals("gmt") || word.equals("ut")) {
            offset = ZoneOffset.UTC;
        } else if (known >= 0 && known % 3 == 0) {
            month = known / 3 + 1;
        } else if (!numbers.isEmpty() && !(word.equals("t") && time == null)) {
            throw new DateTimeException("No part of a date: " + word);
        }
    }

    private Instant instant(ZoneId zone) {
        if (numbers.isEmpty() || numbers.size() > 3 || (month != null && numbers.size() > 2)) {
            throw new DateTimeException("No date");
        }
        while (numbers.size() < 3) {
            numbers.add(1);
        }
        return day().plusNanos(timeOfDay())
                .atZone(offset == null ? zone : offset)
                .toInstant();
    }

    private LocalDateTime day() {
        int first = numbers.get(0);
        int second = numbers.get(1);
        boolean yearFirst = first < 1 || first > 31;
        if (month != null) {
            return yearFirst
                    ? DateText.day(century(first), month, second)
                    : DateText.day(century(second), month, first);
        }
        return yearFirst
                ? DateText.day(century(first), second, numbers.get(2))
                : DateText.day(century(numbers.get(2)), first, second);
    }

    private static int century(int year) {
        if (year < 50) {
            return year + 2000;
        }
        return year < 100 ? year + 1900 : year;
    }

    private long timeOfDay() {
        if (time == null) {
            return 0;
        }
        String[] parts = time.split("[:.]", -1);
        int hour = Integer.parseInt(parts[0]);
        int minute = Integer.parseInt(parts[1]);
        int second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        if (hour > 24 || minute > 59 || second > 59 || (meridian != null && (hour < 1 || hour > 12))) {
            throw new DateTimeException("No time of day: " + time);
        }
        int hours = meridian == null ? hour : hour % 12 + meridian;
        return ((hours * 60L + minute) * 60 + second) * 1_000_000_000L + DateText.milliseconds(fraction);
    }

    private static String padded(String offset) {
        return offset.length() == 2 ? offset.charAt(0) + "0" + offset.charAt(1) : offset;
    }

    private static void once(@Nullable Object value) {
        if (value != null) {
            throw new DateTimeException("Two times of day");
        }
    }
}
