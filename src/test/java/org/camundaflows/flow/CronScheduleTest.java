package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {

    /** A Monday. */
    private static final Instant NEW_YEAR = Instant.parse("2024-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            * * * * * *       | 01T00:00:01 01T00:00:02 01T00:00:03 01T00:00:04 01T00:00:05 01T00:00:06 01T00:00:07 01T00:00:08 01T00:00:09 01T00:00:10
            * * * * *         | 01T00:01 01T00:02 01T00:03 01T00:04 01T00:05 01T00:06 01T00:07 01T00:08 01T00:09 01T00:10
            30 * * * * *      | 01T00:00:30 01T00:01:30 01T00:02:30 01T00:03:30 01T00:04:30 01T00:05:30 01T00:06:30 01T00:07:30 01T00:08:30 01T00:09:30
            0 0 5 * * *       | 01T05:00 02T05:00 03T05:00 04T05:00 05T05:00 06T05:00 07T05:00 08T05:00 09T05:00 10T05:00
            0 5 * * *         | 01T05:00 02T05:00 03T05:00 04T05:00 05T05:00 06T05:00 07T05:00 08T05:00 09T05:00 10T05:00
            0 58-59 23 * * *  | 01T23:58 01T23:59 02T23:58 02T23:59 03T23:58 03T23:59 04T23:58 04T23:59 05T23:58 05T23:59
            */25 * * * * *    | 01T00:00:25 01T00:00:50 01T00:01 01T00:01:25 01T00:01:50 01T00:02 01T00:02:25 01T00:02:50 01T00:03 01T00:03:25
            10-50/20 * * * * *| 01T00:00:10 01T00:00:30 01T00:00:50 01T00:01:10 01T00:01:30 01T00:01:50 01T00:02:10 01T00:02:30 01T00:02:50 01T00:03:10
            0 50/5 * * * *    | 01T00:50 01T00:55 01T01:50 01T01:55 01T02:50 01T02:55 01T03:50 01T03:55 01T04:50 01T04:55
            0 0 1,5-6,*/20 * * * | 01T01:00 01T05:00 01T06:00 01T20:00 02T00:00 02T01:00 02T05:00 02T06:00 02T20:00 03T00:00
            0 */90 * * * *    | 01T01:00 01T02:00 01T03:00 01T04:00 01T05:00 01T06:00 01T07:00 01T08:00 01T09:00 01T10:00
            0 7/4000000000 * * * * | 01T00:07 01T01:07 01T02:07 01T03:07 01T04:07 01T05:07 01T06:07 01T07:07 01T08:07 01T09:07
            0 0 0 */10 jan *  | 11T00:00 21T00:00 31T00:00 2025-01-01T00:00 2025-01-11T00:00 2025-01-21T00:00 2025-01-31T00:00 2026-01-01T00:00 2026-01-11T00:00 2026-01-21T00:00
            0 0 0 10 1-12/5 * | 10T00:00 2024-06-10T00:00 2024-11-10T00:00 2025-01-10T00:00 2025-06-10T00:00 2025-11-10T00:00 2026-01-10T00:00 2026-06-10T00:00 2026-11-10T00:00 2027-01-10T00:00
            0 0 0 31 * *      | 31T00:00 2024-03-31T00:00 2024-05-31T00:00 2024-07-31T00:00 2024-08-31T00:00 2024-10-31T00:00 2024-12-31T00:00 2025-01-31T00:00 2025-03-31T00:00 2025-05-31T00:00
            0 0 0 * * 0       | 07T00:00 14T00:00 21T00:00 28T00:00 2024-02-04T00:00 2024-02-11T00:00 2024-02-18T00:00 2024-02-25T00:00 2024-03-03T00:00 2024-03-10T00:00
            0 0 0 * * 7       | 07T00:00 14T00:00 21T00:00 28T00:00 2024-02-04T00:00 2024-02-11T00:00 2024-02-18T00:00 2024-02-25T00:00 2024-03-03T00:00 2024-03-10T00:00
            0 0 0 * * 5-7     | 05T00:00 06T00:00 07T00:00 12T00:00 13T00:00 14T00:00 19T00:00 20T00:00 21T00:00 26T00:00
            0 0 0 * * */5     | 05T00:00 07T00:00 12T00:00 14T00:00 19T00:00 21T00:00 26T00:00 28T00:00 2024-02-02T00:00 2024-02-04T00:00
            0 0 0 * * 1/3     | 04T00:00 07T00:00 08T00:00 11T00:00 14T00:00 15T00:00 18T00:00 21T00:00 22T00:00 25T00:00
            0 0 0 * JAN Mon-wed | 02T00:00 03T00:00 08T00:00 09T00:00 10T00:00 15T00:00 16T00:00 17T00:00 22T00:00 23T00:00
            0 0 0 1 feb,Jun-AUG * | 2024-02-01T00:00 2024-06-01T00:00 2024-07-01T00:00 2024-08-01T00:00 2025-02-01T00:00 2025-06-01T00:00 2025-07-01T00:00 2025-08-01T00:00 2026-02-01T00:00 2026-06-01T00:00
            0 0 0 13 * fri    | 05T00:00 12T00:00 13T00:00 19T00:00 26T00:00 2024-02-02T00:00 2024-02-09T00:00 2024-02-13T00:00 2024-02-16T00:00 2024-02-23T00:00
            0 0 0 1-31 * fri  | 05T00:00 12T00:00 19T00:00 26T00:00 2024-02-02T00:00 2024-02-09T00:00 2024-02-16T00:00 2024-02-23T00:00 2024-03-01T00:00 2024-03-08T00:00
            0 0 0 30 * 0-7    | 30T00:00 2024-03-30T00:00 2024-04-30T00:00 2024-05-30T00:00 2024-06-30T00:00 2024-07-30T00:00 2024-08-30T00:00 2024-09-30T00:00 2024-10-30T00:00 2024-11-30T00:00
            0 0 0 31 feb mon  | 2024-02-05T00:00 2024-02-12T00:00 2024-02-19T00:00 2024-02-26T00:00 2025-02-03T00:00 2025-02-10T00:00 2025-02-17T00:00 2025-02-24T00:00 2026-02-02T00:00 2026-02-09T00:00
            @secondly         | 01T00:00:01 01T00:00:02 01T00:00:03 01T00:00:04 01T00:00:05 01T00:00:06 01T00:00:07 01T00:00:08 01T00:00:09 01T00:00:10
            @minutely         | 01T00:01 01T00:02 01T00:03 01T00:04 01T00:05 01T00:06 01T00:07 01T00:08 01T00:09 01T00:10
            @hourly           | 01T01:00 01T02:00 01T03:00 01T04:00 01T05:00 01T06:00 01T07:00 01T08:00 01T09:00 01T10:00
            @daily            | 02T00:00 03T00:00 04T00:00 05T00:00 06T00:00 07T00:00 08T00:00 09T00:00 10T00:00 11T00:00
            @weekly           | 07T00:00 14T00:00 21T00:00 28T00:00 2024-02-04T00:00 2024-02-11T00:00 2024-02-18T00:00 2024-02-25T00:00 2024-03-03T00:00 2024-03-10T00:00
            @Monthly          | 2024-02-01T00:00 2024-03-01T00:00 2024-04-01T00:00 2024-05-01T00:00 2024-06-01T00:00 2024-07-01T00:00 2024-08-01T00:00 2024-09-01T00:00 2024-10-01T00:00 2024-11-01T00:00
            @yearly           | 2025-01-01T00:00 2026-01-01T00:00 2027-01-01T00:00 2028-01-01T00:00 2029-01-01T00:00 2030-01-01T00:00 2031-01-01T00:00 2032-01-01T00:00 2033-01-01T00:00 2034-01-01T00:00
            @weekdays         | 02T00:00 03T00:00 04T00:00 05T00:00 08T00:00 09T00:00 10T00:00 11T00:00 12T00:00 15T00:00
            @weekends         | 06T00:00 07T00:00 13T00:00 14T00:00 20T00:00 21T00:00 27T00:00 28T00:00 2024-02-03T00:00 2024-02-04T00:00
            """)
    void firesAt(String expression, String times) {
        List<LocalDateTime> expected = Arrays.stream(times.split(" "))
                .map(time -> LocalDateTime.parse(time.length() < 16 ? "2024-01-" + time : time))
                .toList();

        assertThat(next(expression, NEW_YEAR, ZoneOffset.UTC, expected.size())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  0 0 5 * * *", "0 0 5 * * *\n", "0\t0   5 *\n* *", "0\u00a00 5 * * *", "\t 0 5 * * * "})
    void takesAnyWhiteSpaceBetweenAndAroundTheFields(String expression) {
        assertThat(next(expression, NEW_YEAR, ZoneOffset.UTC, 1))
                .containsExactly(LocalDateTime.parse("2024-01-01T05:00"));
    }

    @Test
    void takesAPresetWithSpaceAroundIt() {
        assertThat(next(" @daily ", NEW_YEAR, ZoneOffset.UTC, 1))
                .containsExactly(LocalDateTime.parse("2024-01-02T00:00"));
    }

    @Test
    void firesOnLeapDaysOnly() {
        assertThat(next("0 0 0 29 2 *", NEW_YEAR, ZoneOffset.UTC, 3))
                .containsExactly(
                        LocalDateTime.parse("2024-02-29T00:00"),
                        LocalDateTime.parse("2028-02-29T00:00"),
                        LocalDateTime.parse("2032-02-29T00:00"));
    }

    @Test
    void bridgesTheLongGapBetweenLeapDaysAroundACenturyYear() {
        assertThat(next("0 0 29 feb *", Instant.parse("2096-02-29T00:00:00Z"), ZoneOffset.UTC, 1))
                .containsExactly(LocalDateTime.parse("2104-02-29T00:00"));
    }

    @Test
    void firesLaterThanTheGivenInstantAndAtAFullSecond() {
        CronSchedule schedule = CronSchedule.parse("* * * * * *");

        assertThat(schedule.next(Instant.parse("2024-01-01T00:00:00.999Z"), ZoneOffset.UTC))
                .contains(Instant.parse("2024-01-01T00:00:01Z"));
        assertThat(schedule.next(Instant.parse("1969-12-31T23:59:58.5Z"), ZoneOffset.UTC))
                .contains(Instant.parse("1969-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            60 * * * * *        | second       | 60     | 0-59
            * 60 * * * *        | minute       | 60     | 0-59
            * 5-60 * * * *      | minute       | 5-60   | 0-59
            0 24 * * *          | hour         | 24     | 0-23
            0 0 0 * *           | day of month | 0      | 1-31
            0 0 32 * *          | day of month | 32     | 1-31
            0 0 0-5 * *         | day of month | 0-5    | 1-31
            0 0 1 0 *           | month        | 0      | 1-12 or jan, feb
            0 0 1 13 *          | month        | 13     | 1-12 or jan, feb
            0 0 * * 8           | day of week  | 8      | 0-7 or sun, mon
            50-10 * * * * *     | second       | 50-10  | backwards
            0 0 * * sat-sun     | day of week  | sat-sun | backwards
            */0 * * * * *       | second       | */0    | zero
            5/0 * * * * *       | second       | 5/0    | zero
            0 0 1 january *     | month        | january | jan, feb, mar
            0 0 * * monday      | day of week  | monday | sun, mon, tue
            0 0 * * mo          | day of week  | mo     | sun, mon, tue
            0 mon * * *         | hour         | mon    | 0-23
            0 0 * * jan         | day of week  | jan    | sun, mon, tue
            1* * * * * *        | second       | 1*     | *, a, a-b
            *5 * * * * *        | second       | *5     | *, a, a-b
            *-5 * * * * *       | second       | *-5    | *, a, a-b
            1-* * * * * *       | second       | 1-*    | *, a, a-b
            ** * * * * *        | second       | **     | *, a, a-b
            -1 * * * * *        | second       | -1     | *, a, a-b
            1.5 * * * * *       | second       | 1.5    | *, a, a-b
            */ * * * * *        | second       | */     | *, a, a-b
            */-2 * * * * *      | second       | */-2   | *, a, a-b
            1,,2 * * * * *      | second       | ''     | *, a, a-b
            1, * * * * *        | second       | ''     | *, a, a-b
            99999999999 * * * * * | second     | 99999999999 | 0-59
            0 0 L * *           | day of month | l      | 1-31
            0 0 ? * 1           | day of month | ?      | 1-31
            0 0 * * 5#2         | day of week  | 5#2    | *, a, a-b
            every now and then * | minute      | every  | 0-59
            """)
    void refusesAFieldNamingItAndWhatItMayHold(String expression, String field, String entry, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronSchedule.parse(expression))
                .withMessageStartingWith("Cron field \"" + field + "\" cannot be \"" + entry + "\": ")
                .withMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "'  ', 0", "*, 1", "* * * *, 4", "every now and then, 4", "* * * * * * *, 7"})
    void refusesAnotherNumberOfFields(String expression, int fields) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronSchedule.parse(expression))
                .withMessageContaining("has " + fields + " fields: expected are 5 or 6");
    }

    @Test
    void refusesAnUnknownPresetNamingTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronSchedule.parse("@midnight"))
                .withMessageContaining("@midnight")
                .withMessageContaining("@daily, @hourly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 31 2 *", "0 0 0 30-31 feb *", "0 0 31 4,6,9,11 *"})
    void refusesAnExpressionThatNeverFires(String expression) {
        assertThatThrownBy(() -> CronSchedule.parse(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("day of month")
                .hasMessageContaining("8 years");
    }

    @Test
    void answersQuicklyForEverySecond() {
        CronSchedule schedule = CronSchedule.parse("* * * * * *");
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Instant time = NEW_YEAR;
        long start = System.nanoTime();
        for (int i = 0; i < 2_000; i++) {
            time = schedule.next(time, zone).orElseThrow();
        }

        assertThat(time).isEqualTo(NEW_YEAR.plusSeconds(2_000));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void showsTheExpressionAsGiven() {
        assertThat(CronSchedule.parse("@Daily")).hasToString("@Daily");
    }

    private static List<LocalDateTime> next(String expression, Instant after, ZoneId zone, int count) {
        CronSchedule schedule = CronSchedule.parse(expression);
        List<LocalDateTime> times = new ArrayList<>();
        Instant time = after;
        for (int i = 0; i < count; i++) {
            time = schedule.next(time, zone).orElseThrow();
            times.add(LocalDateTime.ofInstant(time, zone));
        }
        return times;
    }
}
