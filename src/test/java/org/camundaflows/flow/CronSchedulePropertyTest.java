package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares schedules with a search that tries one second after the other. */
class CronSchedulePropertyTest {

    /** A field as text, and on its own terms which values it lets through. */
    record Field(String text, IntPredicate allows, int min, int max) {

        boolean isRestricted() {
            for (int value = min; value <= max; value++) {
                if (!allows.test(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Property(tries = 1_500, seed = "7240", edgeCases = EdgeCasesMode.NONE)
    void firesWhereABruteForceSearchFindsTheNextMatch(
            @ForAll("fields") List<Field> fields, @ForAll("starts") LocalDateTime start) {
        LocalDateTime expected = search(fields, start);
        Assume.that(expected != null);

        String expression = fields.stream().map(Field::text).collect(Collectors.joining(" "));
        Instant found = CronSchedule.parse(expression)
                .next(start.toInstant(ZoneOffset.UTC), ZoneOffset.UTC)
                .orElseThrow();

        assertThat(found).as(expression).isEqualTo(expected.toInstant(ZoneOffset.UTC));
    }

    @Provide
    Arbitrary<LocalDateTime> starts() {
        return Arbitraries.longs().between(0, 90L * 366 * 86_400).map(seconds -> LocalDateTime.of(2000, 1, 1, 0, 0)
                .plusSeconds(seconds));
    }

    @Provide
    Arbitrary<List<Field>> fields() {
        return Combinators.combine(field(0, 59), field(0, 59), field(0, 23), field(1, 31), field(1, 12), weekday())
                .as((second, minute, hour, day, month, weekday) -> List.of(second, minute, hour, day, month, weekday));
    }

    private static Arbitrary<Field> weekday() {
        return field(0, 7)
                .map(field -> new Field(
                        field.text(),
                        value -> field.allows().test(value)
                                || (value == 0 && field.allows().test(7)),
                        0,
                        6));
    }

    private static Arbitrary<Field> field(int min, int max) {
        Arbitrary<Field> every = Arbitraries.just(new Field("*", value -> true, min, max));
        Arbitrary<Field> listed = entry(min, max)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(entries -> new Field(
                        entries.stream().map(Field::text).collect(Collectors.joining(",")),
                        value -> entries.stream()
                                .anyMatch(entry -> entry.allows().test(value)),
                        min,
                        max));
        return Arbitraries.oneOf(every, listed);
    }

    private static Arbitrary<Field> entry(int min, int max) {
        Arbitrary<Integer> value = Arbitraries.integers().between(min, max);
        Arbitrary<Integer> step = Arbitraries.integers().between(1, 2 * max);
        Arbitrary<Field> single = value.map(a -> new Field("" + a, v -> v == a, min, max));
        Arbitrary<Field> stepped = step.map(n -> new Field("*/" + n, v -> (v - min) % n == 0, min, max));
        Arbitrary<Field> open = Combinators.combine(value, step)
                .as((a, n) -> new Field(a + "/" + n, v -> v >= a && (v - a) % n == 0, min, max));
        Arbitrary<Field> range = Combinators.combine(value, value, step).as((a, b, n) -> {
            int low = Math.min(a, b);
            int high = Math.max(a, b);
            return new Field(
                    low + "-" + high + (n == 1 ? "" : "/" + n),
                    v -> v >= low && v <= high && (v - low) % n == 0,
                    min,
                    max);
        });
        return Arbitraries.oneOf(single, stepped, open, range);
    }

    private static LocalDateTime search(List<Field> fields, LocalDateTime start) {
        LocalDateTime first = start.plusSeconds(1);
        LocalDate end = first.toLocalDate().plusYears(8);
        for (LocalDate day = first.toLocalDate(); day.isBefore(end); day = day.plusDays(1)) {
            if (matches(fields, day)) {
                int second =
                        day.equals(first.toLocalDate()) ? first.toLocalTime().toSecondOfDay() : 0;
                for (; second < 86_400; second++) {
                    LocalTime time = LocalTime.ofSecondOfDay(second);
                    if (matches(fields, time)) {
                        return day.atTime(time);
                    }
                }
            }
        }
        return null;
    }

    private static boolean matches(List<Field> fields, LocalTime time) {
        return fields.get(0).allows().test(time.getSecond())
                && fields.get(1).allows().test(time.getMinute())
                && fields.get(2).allows().test(time.getHour());
    }

    private static boolean matches(List<Field> fields, LocalDate day) {
        Field dayOfMonth = fields.get(3);
        Field weekday = fields.get(5);
        boolean byDay = dayOfMonth.allows().test(day.getDayOfMonth());
        boolean byWeekday = weekday.allows().test(day.getDayOfWeek().getValue() % 7);
        boolean either = dayOfMonth.isRestricted() && weekday.isRestricted();
        return fields.get(4).allows().test(day.getMonthValue()) && (either ? byDay || byWeekday : byDay && byWeekday);
    }
}
