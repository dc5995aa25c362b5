package org.camundaflows.flow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * When a scheduled flow fires (specification: triggers, section 4). Immutable and safe for use by several threads.
 *
 * <p>Clock changes: a schedule whose hour field is restricted fires once at the end of a gap it would have fired in, and
 * only in the first pass of a repeated hour. A schedule of every hour follows elapsed time: what falls into a gap does
 * not exist, and a repeated hour counts twice.
 */
public final class CronSchedule {

    private static final int YEARS_TO_FIRE_IN = 8;
    private static final LocalDateTime PROBE = LocalDateTime.of(2001, 1, 1, 0, 0);

    private final String expression;
    private final CronTimes times;
    private final boolean everyHour;

    private CronSchedule(String expression, CronExpression parsed) {
        this.expression = expression;
        this.times = new CronTimes(parsed);
        this.everyHour = parsed.everyHour();
    }

    /**
     * Reads an expression of six fields ({@code second minute hour day-of-month month day-of-week}), five fields (the
     * second is 0), or a preset such as {@code @daily}.
     *
     * @throws IllegalArgumentException if the expression is invalid or never fires within eight years; the message
     *     names the field and what it may hold
     */
    public static CronSchedule parse(String expression) {
        CronSchedule schedule = new CronSchedule(expression, CronExpression.parse(expression));
        Optional<LocalDateTime> first = schedule.times.following(PROBE);
        if (first.isEmpty() || first.get().isAfter(PROBE.plusYears(YEARS_TO_FIRE_IN))) {
            throw new IllegalArgumentException("Cron field \"day of month\" of \"" + expression
                    + "\" names no day that the month has: expected is a day that comes within " + YEARS_TO_FIRE_IN
                    + " years");
        }
        return schedule;
    }

    /**
     * The first time to fire after an instant.
     *
     * @param zone where the fields of the expression are read
     * @return a full second; empty only if the calendar ends before
     */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        ZoneOffset offset = rules.getOffset(after);
        ZoneOffsetTransition change = rules.nextTransition(after);
        Optional<LocalDateTime> candidate = times.following(start(after, offset, rules));
        while (candidate.isPresent() && change != null) {
            if (candidate.get().toInstant(offset).isBefore(change.getInstant())) {
                break;
            }
            if (isDueAtEndOfGap(candidate.get(), change)) {
                return Optional.of(change.getInstant());
            }
            candidate = times.following(startBehind(change));
            offset = change.getOffsetAfter();
            change = rules.nextTransition(change.getInstant());
        }
        ZoneOffset found = offset;
        return candidate.map(time -> time.toInstant(found));
    }

    /** The expression as it was given. */
    @Override
    public String toString() {
        return expression;
    }

    private LocalDateTime start(Instant after, ZoneOffset offset, ZoneRules rules) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(after.getEpochSecond(), 0, offset);
        ZoneOffsetTransition change = rules.getTransition(local);
        if (everyHour || change == null || change.isGap() || offset.equals(change.getOffsetBefore())) {
            return local;
        }
        return startBehind(change);
    }

    private boolean isDueAtEndOfGap(LocalDateTime candidate, ZoneOffsetTransition change) {
        return !everyHour && change.isGap() && candidate.isBefore(change.getDateTimeAfter());
    }

    /** The second before the first one to look at behind a clock change. */
    private LocalDateTime startBehind(ZoneOffsetTransition change) {
        boolean skipSecondPass = !everyHour && change.isOverlap();
        return (skipSecondPass ? change.getDateTimeBefore() : change.getDateTimeAfter()).minusSeconds(1);
    }
}
