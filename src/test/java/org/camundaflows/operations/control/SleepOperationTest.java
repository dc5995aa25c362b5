package org.camundaflows.operations.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camundaflows.operation.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SleepOperationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    120      | PT0.12S
                    '50'     | PT0.05S
                    ' 1e3 '  | PT1S
                    '0x10'   | PT0.016S
                    1.9      | PT0.001S
                    true     | PT0.001S
                    86400000 | PT24H
                    1e300    | PT876000H
                    """)
    void waitsForTheMilliseconds(String milliseconds, Duration expected) {
        assertThat(run("{'milliseconds':" + milliseconds + "}")).isEqualTo(new Result.Waiting(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000", "0", "'soon'", "''", "null", "false", "{}", "[]", "'Infinity'", "0.5"})
    void doesNotWaitForAnythingElse(String milliseconds) {
        assertThat(run("{'milliseconds':" + milliseconds + "}")).isEqualTo(Result.nothing());
        assertThat(run("{}")).isEqualTo(Result.nothing());
    }

    private static Result run(String options) {
        return new SleepOperation().run(StepContext.options(options), StepContext.of("{}"));
    }
}
