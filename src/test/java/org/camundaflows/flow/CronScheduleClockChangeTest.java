package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronScheduleClockChangeTest {

    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Cairo", "UTC");

    /** Berlin leaves out 02:00 to 03:00 on 31 March 2024 and repeats 02:00 to 03:00 on 27 October 2024. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0 30 2 * * *     | 2024-03-30T12:00+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:30+02:00
            0 30 3 * * *     | 2024-03-30T12:00+01:00 | 2024-03-31T03:30+02:00 2024-04-01T03:30+02:00
            0 */20 2 * * *   | 2024-03-30T12:00+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:00+02:00 2024-04-01T02:20+02:00
            0 0 2,3 * * *    | 2024-03-31T01:00+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:00+02:00
            0 30 * * * *     | 2024-03-31T01:00+01:00 | 2024-03-31T01:30+01:00 2024-03-31T03:30+02:00
            0 */30 * * * *   | 2024-03-31T01:10+01:00 | 2024-03-31T01:30+01:00 2024-03-31T03:00+02:00 2024-03-31T03:30+02:00
            * * * * * *      | 2024-03-31T01:59:58+01:00 | 2024-03-31T01:59:59+01:00 2024-03-31T03:00+02:00 2024-03-31T03:00:01+02:00
            0 30 2 * * *     | 2024-10-26T12:00+02:00 | 2024-10-27T02:30+02:00 2024-10-28T02:30+01:00
            0 30 2 * * *     | 2024-10-27T02:15+01:00 | 2024-10-28T02:30+01:00
            0 0 2 * * *      | 2024-10-27T02:00+02:00 | 2024-10-28T02:00+01:00
            0 0 3 * * *      | 2024-10-27T02:30+01:00 | 2024-10-27T03:00+01:00
            0 */30 2-3 * * * | 2024-10-27T02:00+02:00 | 2024-10-27T02:30+02:00 2024-10-27T03:00+01:00 2024-10-27T03:30+01:00
            0 30 * * * *     | 2024-10-27T01:45+02:00 | 2024-10-27T02:30+02:00 2024-10-27T02:30+01:00 2024-10-27T03:30+01:00
            0 30 0-23 * * *  | 2024-10-27T02:30+02:00 | 2024-10-27T02:30+01:00 2024-10-27T03:30+01:00
            0 30 * * * *     | 2024-10-27T02:10+01:00 | 2024-10-27T02:30+01:00
            * * * * * *      | 2024-10-27T02:59:58+02:00 | 2024-10-27T02:59:59+02:00 2024-10-27T02:00+01:00
            """)
    void firesInBerlin(String expression, OffsetDateTime after, String times) {
        List<Instant> expected = Arrays.stream(times.split(" "))
                .map(time -> OffsetDateTime.parse(time).toInstant())
                .toList();

        assertThat(next(expression, after.toInstant(), "Europe/Berlin", expected.size()))
                .isEqualTo(expected);
    }

    @Test
    void firesAtTheEndOfAGapThatStartsAtMidnight() {
        assertThat(next("@daily", Instant.parse("2018-11-03T12:00:00Z"), "America/Sao_Paulo", 2))
                .containsExactly(Instant.parse("2018-11-04T03:00:00Z"), Instant.parse("2018-11-05T02:00:00Z"));
    }

    @Test
    void firesOnceForADayThatAZoneLeavesOut() {
        assertThat(next("0 0 12 * * *", Instant.parse("2011-12-29T20:00:00Z"), "Pacific/Apia", 3))
                .containsExactly(
                        Instant.parse("2011-12-29T22:00:00Z"),
                        Instant.parse("2011-12-30T10:00:00Z"),
                        Instant.parse("2011-12-30T22:00:00Z"));
    }

    @Property(tries = 60, seed = "7240")
    void aDailyScheduleFiresOnceOnEveryDay(
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 59) int minute,
            @ForAll @IntRange(max = 5) int zone,
            @ForAll @IntRange(min = 1990, max = 2030) int year) {
        ZoneId zoneId = ZoneId.of(ZONES.get(zone));
        LocalDate first = LocalDate.of(year, 1, 2);
        Instant start = first.atStartOfDay(zoneId).toInstant().minusSeconds(1);

        Set<LocalDate> days = new HashSet<>();
        for (Instant time : next("0 " + minute + " " + hour + " * * *", start, ZONES.get(zone), 365)) {
            assertThat(days.add(LocalDate.ofInstant(time, zoneId))).isTrue();
        }
        assertThat(days).contains(first, first.plusDays(364)).hasSize(365);
    }

    private static List<Instant> next(String expression, Instant after, String zone, int count) {
        CronSchedule schedule = CronSchedule.parse(expression);
        List<Instant> times = new ArrayList<>();
        Instant time = after;
        for (int i = 0; i < count; i++) {
            time = schedule.next(time, ZoneId.of(zone)).orElseThrow();
            times.add(time);
        }
        return times;
    }
}
