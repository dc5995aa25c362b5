package org.camundaflows.operations.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time in an option: a number of seconds, or a text such as {@code 1h}, {@code 2 days}, {@code 1.5 hrs}. */
final class Timespan {

    private static final int MAX_LENGTH = 100;
    private static final Pattern TEXT = Pattern.compile("(-?(?:[0-9]+)?\\.?[0-9]+) *([a-zA-Z]*)");

    private Timespan() {}

    /**
     * The moment that lies so much after a start, in seconds. A text without unit counts milliseconds.
     *
     * @return empty if the value is no length of time
     */
    static OptionalDouble after(double start, JsonNode span) {
        if (span.isNumber()) {
            return OptionalDouble.of(start + span.doubleValue());
        }
        Matcher parts = TEXT.matcher(span.isTextual() ? span.textValue() : "");
        if (!parts.matches() || span.textValue().length() > MAX_LENGTH) {
            return OptionalDouble.empty();
        }
        double milliseconds = unit(parts.group(2).toLowerCase(Locale.ROOT));
        return milliseconds == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.floor(start + Double.parseDouble(parts.group(1)) * milliseconds / 1000));
    }

    /** Zero for what is no unit. */
    private static double unit(String name) {
        return switch (name) {
            case "", "ms", "msec", "msecs", "millisecond", "milliseconds" -> 1;
            case "s", "sec", "secs", "second", "seconds" -> 1000;
            case "m", "min", "mins", "minute", "minutes" -> 60_000;
            case "h", "hr", "hrs", "hour", "hours" -> 3_600_000;
            case "d", "day", "days" -> 86_400_000;
            case "w", "week", "weeks" -> 604_800_000;
            case "y", "yr", "yrs", "year", "years" -> 31_557_600_000.0;
            default -> 0;
        };
    }
}
