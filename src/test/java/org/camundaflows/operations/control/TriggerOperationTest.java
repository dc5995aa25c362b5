package org.camundaflows.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.operation.FlowCaller;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerOperationTest {

    private final List<String> calls = new ArrayList<>();
    private final FlowCaller echo = (flow, payloads, concurrency) -> {
        calls.add(flow + " " + payloads + " x" + concurrency);
        return payloads;
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'payload':{'a':1}}                             | {"a":1} | f [{"a":1}] x1
                    {}                                              | null    | f [null] x1
                    {'payload':'[1,2]'}                             | [1,2]   | f [1, 2] x2
                    {'payload':[1,2,3,4,5]}                         | [1,2,3,4,5] | f [1, 2, 3, 4, 5] x4
                    {'payload':[1,2,3],'iterationMode':'parallel'}  | [1,2,3] | f [1, 2, 3] x3
                    {'payload':[1,2,3],'iterationMode':null}        | [1,2,3] | f [1, 2, 3] x3
                    {'payload':[1,2,3],'iterationMode':'serial'}    | [1,2,3] | f [1, 2, 3] x1
                    {'payload':[1,2,3],'iterationMode':'batch'}     | [1,2,3] | f [1, 2, 3] x3
                    {'payload':[1,2,3],'iterationMode':'batch','batchSize':2}   | [1,2,3] | f [1, 2] x2;f [3] x1
                    {'payload':[1,2,3],'iterationMode':'batch','batchSize':'2'} | [1,2,3] | f [1, 2] x2;f [3] x1
                    {'payload':[1,2],'iterationMode':'batch','batchSize':0}     | [1,2]   | f [1, 2] x2
                    {'payload':[1,2],'iterationMode':'batch','batchSize':1e99}  | [1,2]   | f [1, 2] x2
                    {'payload':[1,2],'iterationMode':'sideways'}    | [1,2]   | f [[1,2]] x1
                    {'payload':[]}                                  | []      | ``
                    {'payload':[[1],null]}                          | [[1],null] | f [[1], null] x2
                    """)
    void callsOnceOrForEachEntry(String options, String result, String expectedCalls) throws Exception {
        assertThat(run(options.replaceFirst("\\{", options.equals("{}") ? "{'flow':'f'" : "{'flow':'f',"), echo))
                .isEqualTo(Result.resolved(Json.parse(result)));
        assertThat(String.join(";", calls)).isEqualTo(expectedCalls);
    }

    @Test
    void aMissingFlowIsAskedForByTheTextItHasInJavaScript() {
        run("{'payload':1}", echo);
        assertThat(calls).containsExactly("undefined [1] x1");
    }

    @Test
    void missingResultsAreNull() {
        FlowCaller silent = (flow, payloads, concurrency) -> payloads.stream()
                .<JsonNode>map(payload -> MissingNode.getInstance())
                .toList();
        assertThat(run("{'flow':'f','payload':1}", silent)).isEqualTo(Result.nothing());
        assertThat(Json.write(((Result.Resolved) run("{'flow':'f','payload':[1]}", silent)).value()))
                .isEqualTo("[null]");
    }

    @Test
    void aPayloadOfWordsRejects() {
        assertThatThrownBy(() -> run("{'flow':'f','payload':'just words'}", echo))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void whatTheCallItselfRejectsRejectsTheStep() {
        FlowCaller tooDeep = (flow, payloads, concurrency) -> {
            throw new Rejection(ErrorValue.plain("Error", "too deep"));
        };
        assertThatThrownBy(() -> run("{'flow':'f','payload':1}", tooDeep)).hasMessage("too deep");
    }

    @Test
    void atLeastOneCallMustBeAllowed() {
        assertThatThrownBy(() -> new TriggerOperation(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Result run(String options, FlowCaller flows) {
        return new TriggerOperation(4).run(StepContext.options(options), StepContext.calling(flows));
    }
}
