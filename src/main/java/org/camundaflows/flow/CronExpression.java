package org.camundaflows.flow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A cron expression that keeps the rules.
 *
 * @param canonical the same times in the simplest words: six fields, each {@code *} or a list of numbers; a field that
 *     names all its values is {@code *}, which matters where day of month and weekday meet
 * @param everyHour whether the hours are not restricted
 */
record CronExpression(String canonical, boolean everyHour) {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Map<String, String> PRESETS = Map.of(
            "@secondly", "* * * * * *",
            "@minutely", "0 * * * * *",
            "@hourly", "0 0 * * * *",
            "@daily", "0 0 0 * * *",
            "@weekly", "0 0 0 * * 0",
            "@monthly", "0 0 0 1 * *",
            "@yearly", "0 0 0 1 1 *",
            "@weekdays", "0 0 0 * * 1-5",
            "@weekends", "0 0 0 * * 0,6");

    /** @throws IllegalArgumentException if the text breaks the rules */
    static CronExpression parse(String text) {
        List<String> parts = split(text.toLowerCase(Locale.ROOT));
        if (parts.size() == 1 && parts.get(0).startsWith("@")) {
            parts = split(preset(parts.get(0)));
        }
        if (parts.size() == CronField.values().length - 1) {
            parts.add(0, "0");
        }
        if (parts.size() != CronField.values().length) {
            throw new IllegalArgumentException("Cron expression \"" + text + "\" has " + parts.size()
                    + " fields: expected are 5 or 6, \"[second] minute hour day-of-month month day-of-week\"");
        }
        Iterator<String> part = parts.iterator();
        StringJoiner canonical = new StringJoiner(" ");
        boolean everyHour = false;
        for (CronField field : CronField.values()) {
            String values = field.canonical(part.next());
            canonical.add(values);
            everyHour |= field == CronField.HOUR && values.equals("*");
        }
        return new CronExpression(canonical.toString(), everyHour);
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>(List.of(WHITE_SPACE.split(text)));
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static String preset(String name) {
        String expression = PRESETS.get(name);
        if (expression == null) {
            throw new IllegalArgumentException("Cron preset \"" + name + "\" is unknown: expected is one of "
                    + String.join(", ", PRESETS.keySet().stream().sorted().toList()));
        }
        return expression;
    }
}
