package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowReadFailureTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "5                                           | $                    | a flow (an object), or an array of them",
                "null                                        | $                    | a flow (an object), or an array of them",
                "{\"data\": null}                            | $.data               | a flow (an object), or an array of them",
                "[{}, [1]]                                   | $[1]                 | a flow (an object)",
                "{\"data\": [7]}                             | $.data[0]            | a flow (an object)",
                "{\"operations\": 5}                         | $.operations         | an array of operations",
                "{\"operations\": [{}, null]}                | $.operations[1]      | an operation (an object)",
                "{\"flows\": [\"x\"]}                        | $.flows[0]           | a flow (an object)",
                "{\"flows\": [], \"operations\": [2]}        | $.operations[0]      | an operation (an object)",
                "{\"a b\": 1, \"data\": {\"operations\": \"\"}} | $.data.operations  | an array of operations",
                "{                                           | line 1, column 2     | JSON",
                "{\"a\": 1,}                                 | line 1, column 9     | JSON",
                "{} {}                                       | line 1, column 4     | JSON",
                "{\"n\": 1e99999999999}                      | line 1, column 1     | JSON",
                "#                                           #| line 1, column 1     | JSON"
            })
    void wrongJsonIsRefusedWithItsPlace(String json, String place, String expected) {
        FlowReadException failure = failure(json);

        assertThat(failure.expected()).isEqualTo(expected);
        assertThat(failure.place()).isEqualTo(place);
        assertThat(failure).hasMessageContaining(failure.place()).hasMessageContaining("expected " + expected);
        assertThat(failure.source()).isNull();
    }

    @Test
    void aFaultInTheTextIsToldByLineAndColumn() {
        assertThat(failure("{\n  \"id\": \"f\",\n  oops\n}").place()).isEqualTo("line 3, column 3");
    }

    @Test
    void idsWithoutTheirOperationsAreRefused() {
        FlowReadException failure = failure("{\"id\": \"f\", \"operations\": [\"o1\"]}");

        assertThat(failure.place()).isEqualTo("$.operations[0]");
        assertThat(failure.expected()).contains("operations.json").contains("fields=*,operations.*");
    }

    @Test
    void nestingBeyondTheLimitIsRefused() {
        String deep = "{\"a\":".repeat(99) + "{}" + "}".repeat(99);

        assertThat(new FlowReader(new FlowLimits(10_000, 100, 5)).read(deep).flows())
                .hasSize(1);
        FlowReadException failure = failure("{\"b\": [1," + deep + "]}", new FlowLimits(10_000, 100, 5));
        assertThat(failure.expected()).isEqualTo("at most 100 levels");
        assertThat(failure.place()).startsWith("$.b[1].a.a.a");
    }

    @Test
    void nestingBeyondTheParserIsRefused() {
        assertThat(failure("[".repeat(100_000)).expected()).isEqualTo("JSON");
    }

    @Test
    void nestingInsideOptionsTextIsRefused() {
        String deep = "[".repeat(300) + "]".repeat(300);

        assertThat(failure("{\"id\": \"f\", \"options\": \"" + deep + "\"}").place())
                .startsWith("$.options[0][0]");
    }

    @Test
    void tooManyOperationsAreRefused() {
        FlowReadException failure = failure("{\"operations\": [{}, {}, {}]}", new FlowLimits(1000, 10, 2));

        assertThat(failure).hasMessage("$.operations: expected at most 2 operations, found 3");
    }

    @Test
    void tooLongTextsAndFilesAreRefused() throws IOException {
        FlowLimits limits = new FlowLimits(10, 10, 2);
        Path file = Files.writeString(directory.resolve("long.json"), "{\"id\": \"" + "x".repeat(40) + "\"}");

        assertThat(failure("[{\"a\": 12}]", limits)).hasMessageContaining("at most 10 characters");
        assertThat(catchThrowableOfType(FlowReadException.class, () -> new FlowReader(limits).read(file)))
                .hasMessageContaining("at most 10 characters")
                .hasMessageContaining("long.json");
    }

    @Test
    void filesThatCannotBeReadAreRefusedByName() throws IOException {
        Path latin = Files.write(directory.resolve("latin.json"), new byte[] {'"', (byte) 0xe4, '"'});
        FlowReader reader = new FlowReader();

        assertThat(catchThrowableOfType(FlowReadException.class, () -> reader.read(latin)))
                .hasMessageContaining("latin.json")
                .hasMessageContaining("UTF-8");
        FlowReadException missing =
                catchThrowableOfType(FlowReadException.class, () -> reader.read(directory.resolve("gone.json")));
        assertThat(missing.source()).endsWith("gone.json");
        assertThat(catchThrowableOfType(FlowReadException.class, () -> reader.read(directory)))
                .hasMessageContaining("flows.json");
    }

    @Test
    void theCallersNameOfATextIsTold() {
        FlowReadException failure =
                catchThrowableOfType(FlowReadException.class, () -> new FlowReader().read("7", "request body"));

        assertThat(failure).hasMessageStartingWith("request body, $: expected a flow");
    }

    @Test
    void aTemplateOfAMegabyteReads() {
        String text = "{{ $trigger.body.a }}".repeat(50_000);
        Flow flow = Sample.changed(json -> Sample.options(json, 3).put("message", text));

        assertThat(new FlowReader().read(FlowWriter.write(flow)).flows()).containsExactly(flow);
        assertThat(Installed.validator().validate(flow)).isEmpty();
    }

    private static FlowReadException failure(String json) {
        return failure(json, FlowLimits.DEFAULT);
    }

    private static FlowReadException failure(String json, FlowLimits limits) {
        return catchThrowableOfType(FlowReadException.class, () -> new FlowReader(limits).read(json));
    }
}
