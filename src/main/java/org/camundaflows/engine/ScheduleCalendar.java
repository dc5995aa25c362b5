package org.camundaflows.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camundaflows.compile.ScheduleCycle;
import org.camundaflows.flow.CronSchedule;
import org.jspecify.annotations.Nullable;

/** The engine's cycle calendar, which reads the schedules of flows by their own rules and leaves all others alone. */
final class ScheduleCalendar extends CycleBusinessCalendar {

    @Override
    public Date resolveDuedate(String text, @Nullable Date start, long repeatOffset) {
        Optional<ScheduleCycle> cycle = ScheduleCycle.parse(text);
        if (cycle.isEmpty()) {
            return super.resolveDuedate(text, start, repeatOffset);
        }
        Instant after = (start == null ? ClockUtil.getCurrentTime() : start).toInstant();
        return CronSchedule.parse(cycle.get().cron())
                .next(after, cycle.get().zone())
                .map(Date::from)
                .orElseThrow(() -> new IllegalArgumentException("The schedule never fires again: " + text));
    }
}
