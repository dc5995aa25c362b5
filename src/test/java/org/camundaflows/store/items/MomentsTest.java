package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private final Moments moments = new Moments(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-28T23:00:00Z",
        "2024, 2023-12-31T23:00:00Z",
        "2024-07, 2024-06-30T22:00:00Z",
        "20240701, 2024-06-30T22:00:00Z",
        "2024-07-01T12, 2024-07-01T10:00:00Z",
        "2024-07-01 12:30, 2024-07-01T10:30:00Z",
        "2024-07-01T12:30:15.123456Z, 2024-07-01T12:30:15.123456Z",
        "2024-07-01T12:30:15+0530, 2024-07-01T07:00:15Z",
        "2024-07-01T12:30:15-05, 2024-07-01T17:30:15Z",
        "2024-07-01T24:00Z, 2024-07-02T00:00:00Z"
    })
    void datesAreReadInFullOrShortened(String text, Instant expected) {
        assertThat(moments.instant(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2024-02-30",
                "2024-13-01",
                "2024-01-01T25:00",
                "2024-01-01T24:01",
                "01.02.2024",
                "2024-01-01T10:00+99:00",
                "2024-01-01Z",
                "2024-1-1"
            })
    void whatIsNoDateOfTheCalendarIsNone(String text) {
        assertThat(moments.instant(text)).isEmpty();
    }

    @Test
    void timesOfDayNeedHoursAndMinutes() {
        assertThat(Moments.time("9:05")).contains(LocalTime.of(9, 5));
        assertThat(Moments.time("23:59:59.5")).contains(LocalTime.of(23, 59, 59, 500_000_000));
        assertThat(Moments.time("24:00")).isEmpty();
        assertThat(Moments.time("now")).isEmpty();
    }

    @Test
    void clearedDatesAreBlank() {
        assertThat(Moments.isBlank("0000-00-00 00:00:00")).isTrue();
        assertThat(Moments.isBlank("2024-01-01")).isFalse();
    }
}
