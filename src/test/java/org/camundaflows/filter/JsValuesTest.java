package org.camundaflows.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    '5'         | 5
                    ' 5.50 '    | 5.5
                    '.5'        | 0.5
                    '5.'        | 5
                    '1e3'       | 1000
                    '-1E-2'     | -0.01
                    '0x10'      | 16
                    '0b11'      | 3
                    '0o17'      | 15
                    '-Infinity' | -Infinity
                    ''          | 0
                    '  '        | 0
                    null        | 0
                    true        | 1
                    false       | 0
                    []          | 0
                    ['7']       | 7
                    12.25       | 12.25
                    'soon'      | NaN
                    '5px'       | NaN
                    '1_000'     | NaN
                    '0x'        | NaN
                    '0xg'       | NaN
                    '-0x1'      | NaN
                    '.'         | NaN
                    [true]      | NaN
                    [1,2]       | NaN
                    {}          | NaN
                    """)
    void numbersComeFromValuesAsInJavaScript(String value, Double expected) {
        assertThat(JsNumber.of(Filters.json(value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2024-02-29                     | 2024-02-29T00:00:00Z
                    2024-02                        | 2024-02-01T00:00:00Z
                    2024                           | 2024-01-01T00:00:00Z
                    2024-02-30                     | 2024-03-01T00:00:00Z
                    2024-06-01T10:00               | 2024-06-01T08:00:00Z
                    2024-06-01 10:00:30            | 2024-06-01T08:00:30Z
                    2024-06-01T10:00:00.1234Z      | 2024-06-01T10:00:00.123Z
                    2024-06-01T10:00:00+05:30      | 2024-06-01T04:30:00Z
                    2024-06-01T24:00:00Z           | 2024-06-02T00:00:00Z
                    +012024-01-01                  | +12024-01-01T00:00:00Z
                    Jan 5, 2024                    | 2024-01-04T23:00:00Z
                    5 January 2024 3:04 PM         | 2024-01-05T14:04:00Z
                    Jan 5 2024 12:30 am            | 2024-01-04T23:30:00Z
                    1/5/2024                       | 2024-01-04T23:00:00Z
                    2024/1/5                       | 2024-01-04T23:00:00Z
                    1/5/99                         | 1999-01-04T23:00:00Z
                    Mon, 05 Jan 2024 10:00:00 GMT  | 2024-01-05T10:00:00Z
                    Mon Jan 01 2024 00:00:00 GMT+0100 (Central European Standard Time) | 2023-12-31T23:00:00Z
                    2024-1-5 10:00:00.5 -0130      | 2024-01-05T11:30:00.500Z
                    """)
    void datesComeFromTextsAsInJavaScript(String text, Instant expected) {
        assertThat(new DateText(ZoneId.of("Europe/Berlin")).parse(text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    soon
                    2024-13-01
                    2024-01-32
                    2024-01-01T25:00
                    2024-01-01T10:61
                    2024-01-01 and more
                    Jan
                    13/13/2024
                    1/2/3/4
                    10:00
                    5 Jan 2024 13:00 pm
                    ''
                    99999999999999999999 Jan
                    """)
    void otherTextsAreNoDates(String text) {
        assertThat(new DateText(ZoneOffset.UTC).parse(text)).isEmpty();
    }

    @Test
    void datesAreDisplayedInTheirZone() {
        Instant summer = Instant.parse("2024-07-01T00:00:00Z");
        assertThat(new DateText(ZoneOffset.UTC).display(summer))
                .isEqualTo("Mon Jul 01 2024 00:00:00 GMT+0000 (Coordinated Universal Time)");
        assertThat(new DateText(ZoneId.of("Europe/Berlin")).display(summer))
                .isEqualTo("Mon Jul 01 2024 02:00:00 GMT+0200 (Central European Summer Time)");
    }
}
