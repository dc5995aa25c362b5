package org.camundaflows.operations.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.json.Json;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.operation.RunLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogOperationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"message":"Order 7 came in"}  | Order 7 came in
                    {"message":{"a":1,"b":["x"]}}  | {"a":1,"b":["x"]}
                    {"message":12}                 | 12
                    {"message":false}              | false
                    {"message":null}               | null
                    {"message":""}                 | ``
                    {}                             | undefined
                    """)
    void logsTheMessageAsTextAndResolvesWithNull(String options, String expected) throws Exception {
        RunLog log = mock(RunLog.class);
        OperationContext context = mock(OperationContext.class);
        when(context.log()).thenReturn(log);

        Result result = new LogOperation().run(new Options((ObjectNode) Json.parse(options)), context);

        assertThat(result).isEqualTo(Result.nothing());
        verify(log).info(expected);
    }
}
