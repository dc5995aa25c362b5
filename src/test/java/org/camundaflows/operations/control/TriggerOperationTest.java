package org.camundaflows.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerOperationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'flow':'f','payload':{'a':1}}                            | [{"a":1}] by 1, single
                    {'flow':'f'}                                              | [null] by 1, single
                    {'flow':'f','payload':'[1,2]'}                            | [1, 2] by 2, list
                    {'flow':'f','payload':[1,2,3]}                            | [1, 2, 3] by 3, list
                    {'flow':'f','payload':[1,2,3],'iterationMode':'parallel'} | [1, 2, 3] by 3, list
                    {'flow':'f','payload':[1,2,3],'iterationMode':null}       | [1, 2, 3] by 3, list
                    {'flow':'f','payload':[1,2,3],'iterationMode':'serial'}   | [1, 2, 3] by 1, list
                    {'flow':'f','payload':[1,2,3],'iterationMode':'batch'}    | [1, 2, 3] by 10, list
                    {'flow':'f','payload':[1,2,3],'iterationMode':'batch','batchSize':2}   | [1, 2, 3] by 2, list
                    {'flow':'f','payload':[1,2,3],'iterationMode':'batch','batchSize':'2'} | [1, 2, 3] by 2, list
                    {'flow':'f','payload':[1,2],'iterationMode':'batch','batchSize':0}     | [1, 2] by 10, list
                    {'flow':'f','payload':[1,2],'iterationMode':'batch','batchSize':1e99}  | [1, 2] by 2147483647, list
                    {'flow':'f','payload':[1,2],'iterationMode':'sideways'}   | [[1,2]] by 1, single
                    {'flow':'f','payload':[]}                                 | [] by 1, list
                    {'flow':'f','payload':[[1],null]}                         | [[1], null] by 2, list
                    """)
    void callsOnceOrForEachEntry(String options, String expected) {
        Result.Calling calling = (Result.Calling) run(options);

        assertThat(calling.flowId()).isEqualTo("f");
        assertThat(calling.payloads() + " by " + calling.groupSize() + (calling.asList() ? ", list" : ", single"))
                .isEqualTo(expected);
    }

    @Test
    void aMissingFlowIsAskedForByTheTextItHasInJavaScript() {
        assertThat(((Result.Calling) run("{'payload':1}")).flowId()).isEqualTo("undefined");
    }

    @Test
    void aPayloadTextThatIsNoJsonRejects() {
        assertThatThrownBy(() -> run("{'flow':'f','payload':'words'}")).isInstanceOf(Rejection.class);
    }

    private static Result run(String options) {
        return new TriggerOperation().run(StepContext.options(options), StepContext.of("{}"));
    }
}
