package org.camundaflows.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrowErrorOperationTest {

    @Test
    void rejectsWithCodeStatusAndMessage() {
        assertThat(run("{'code':'out_of_stock','status':'409','message':'Only 2 left'}"))
                .isEqualTo(rejected("OUT_OF_STOCK", 409, "Only 2 left"));
    }

    @Test
    void nullCountsAsMissingAndAnEmptyMessageDoesNot() {
        var defaults = rejected("INTERNAL_SERVER_ERROR", 500, "An unexpected error occurred.");
        assertThat(run("{}")).isEqualTo(defaults);
        assertThat(run("{'code':null,'status':null,'message':null}")).isEqualTo(defaults);
        assertThat(run("{'code':'x','message':''}")).isEqualTo(rejected("X", 500, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    418             | 418
                    '404 not found' | 404
                    ' 404'          | 404
                    404.7           | 404
                    '99'            | 99
                    -1              | -1
                    'abc'           | 500
                    ''              | 500
                    true            | 500
                    {}              | 500
                    '99999999999'   | 500
                    """)
    void readsTheLeadingDigitsOfTheStatus(String status, int expected) {
        assertThat(run("{'code':'x','message':'m','status':" + status + "}")).isEqualTo(rejected("X", expected, "m"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'code':42}                   | code.toUpperCase is not a function
                    {'message':{'a':1}}           | message is not a function
                    {'code':42,'message':{'a':1}} | message is not a function
                    """)
    void rejectsWithATypeErrorWhenCodeOrMessageIsNoText(String options, String message) {
        assertThatThrownBy(() -> run(options))
                .isInstanceOfSatisfying(Rejection.class, rejection -> assertThat(rejection.value())
                        .isEqualTo(ErrorValue.plain("TypeError", message).toNode()));
    }

    private static Result rejected(String code, int status, String message) {
        return Result.rejected(ErrorValue.known(code, status, message, null));
    }

    private static Result run(String options) {
        return new ThrowErrorOperation().run(StepContext.options(options), StepContext.of("{}"));
    }
}
