package org.camundaflows.compile;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time cycle of a scheduled flow: a cron expression and the zone it is read in, as {@code 0 0 8 * * * (Europe/Berlin)}.
 * The zone tells it from the engine's own cycles, which read cron differently.
 */
public record ScheduleCycle(String cron, ZoneId zone) {

    private static final Pattern TEXT = Pattern.compile("(.+) \\(([\\w/+:-]+)\\)");

    static String text(String cron, ZoneId zone) {
        return cron.strip() + " (" + zone.getId() + ")";
    }

    /** The cycle a text describes; empty when it is not one of ours. */
    public static Optional<ScheduleCycle> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new ScheduleCycle(matcher.group(1), ZoneId.of(matcher.group(2))))
                : Optional.empty();
    }
}
