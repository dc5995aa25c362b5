package org.camundaflows.operations.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.json.Json;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformOperationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"json":{"a":[1,null]}}            | {"a":[1,null]}
                    {"json":"{\\"a\\":1,\\"a\\":2}"}   | {"a":2}
                    {"json":"5"}                       | 5
                    {"json":"\\"s\\""}                 | "s"
                    {"json":false}                     | false
                    {"json":null}                      | null
                    {}                                 | null
                    {"payload":{"a":1}}                | {"a":1}
                    {"json":{"b":2},"payload":{"a":1}} | {"b":2}
                    {"json":null,"payload":{"a":1}}    | null
                    {"json":"{\\"a\\":1,\\"__proto__\\":{\\"b\\":2},\\"c\\":[{\\"__proto__\\":1}]}"} | {"a":1,"c":[{}]}
                    """)
    void resolvesWithTheJson(String options, String expected) throws Exception {
        assertThat(run(options)).isEqualTo(Result.resolved(Json.parse(expected)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just words", "{'a':1}", "1 2"})
    void rejectsTextThatIsNotJson(String text) {
        assertThatThrownBy(() -> run(Json.write(Json.mapper().createObjectNode().put("json", text))))
                .isInstanceOfSatisfying(Rejection.class, rejection -> assertThat(Json.writeAudit(rejection.value()))
                        .startsWith("{\"name\":\"SyntaxError\","));
    }

    private static Result run(String options) throws Exception {
        return new TransformOperation()
                .run(new Options((ObjectNode) Json.parse(options)), mock(OperationContext.class));
    }

    @Test
    void acceptsTheOlderNameOfItsOption() {
        assertThat(new TransformOperation().type().options())
                .singleElement()
                .satisfies(option -> assertThat(option.alias()).isEqualTo("payload"));
    }
}
