package org.camundaflows.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionOperationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-31T12:00:00Z"), ZoneOffset.UTC);
    private static final StepContext CONTEXT = StepContext.of(
            "{'$trigger':{'body':{'n':5,'d':'2024-04-01'}},'$accountability':{'user':'u'},'$last':[{'ok':true}]}");

    private final ConditionOperation operation = new ConditionOperation(CLOCK, ZoneOffset.UTC, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'filter':null}",
                "{'filter':'null'}",
                "{'filter':{'$trigger':{'body':{'n':{'_gt':4}}}}}",
                "{'filter':{'$trigger':{'body':{'d':{'_gt':'$NOW'}}}}}",
                "{'filter':{'$accountability':{'user':{'_eq':'$CURRENT_USER'}}}}",
                "{'filter':{'$last':{'0':{'ok':true}}}}",
                "{'filter':'{\\\"$trigger\\\":{\\\"body\\\":{\\\"n\\\":5}}}'}"
            })
    void resolvesWithNullWhenTheFilterHolds(String options) {
        assertThat(run(options)).isEqualTo(Result.nothing());
    }

    @Test
    void rejectsWithAListOfErrorsWhenItDoesNot() {
        assertThat(rejection("{'filter':{'$trigger':{'body':{'n':{'_gt':5,'_lt':5}}}}}"))
                .startsWith("[{\"name\":\"DirectusError\",")
                .contains("\"type\":\"gt\"", "\"type\":\"lt\"");
    }

    @Test
    void rejectsWithThePlainErrorOfAFilterThatCannotBeEvaluated() {
        assertThat(rejection("{'filter':{'$trigger':{'_regex':'('}}}")).isEqualTo("{}");
        assertThat(rejection("{'filter':{'$trigger':{'_eq':[]}}}")).isEqualTo("{\"name\":\"AssertError\"}");
        assertThat(rejection("{'filter':{}}")).isEqualTo("{}");
    }

    @Test
    void rejectsTextThatIsNoJson() {
        assertThatThrownBy(() -> run("{'filter':'nope'}")).isInstanceOf(Rejection.class);
    }

    @Test
    void errorsHoldNothingOfTheChainButTheTestedField() {
        assertThat(rejection("{'filter':{'$trigger':{'body':{'n':{'_gt':7}}}}}"))
                .doesNotContain("2024-04-01", "\"u\"", ":5");
    }

    private Result run(String options) {
        return operation.run(StepContext.options(options), CONTEXT);
    }

    private String rejection(String options) {
        assertThat(run(options)).isInstanceOf(Result.Rejected.class);
        return Json.write(((Result.Rejected) run(options)).value());
    }
}
