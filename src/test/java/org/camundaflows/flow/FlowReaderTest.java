package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowReaderTest {

    private static final String FLOWS =
            """
            [{"id": "f1", "name": "One", "operation": "o1", "operations": null},
             {"id": "f2", "name": "Two", "operation": "o3", "operations": ["o3", "o9"]}]
            """;
    private static final String OPERATIONS =
            """
            [{"id": "o2", "key": "b", "type": "log", "flow": "f1"},
             {"id": "o3", "key": "c", "type": "log", "flow": {"id": "f2", "name": "Two"}},
             {"id": "o1", "key": "a", "type": "log", "flow": "f1", "resolve": "o2"},
             {"id": "o4", "key": "d", "type": "log", "flow": "gone"}]
            """;

    private final FlowReader reader = new FlowReader();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[%s]",
                "{\"data\": %s}",
                "{\"data\": [%s], \"meta\": {}}",
                "{\"flows\": [%s]}",
                "{\"flows\": %s, \"operations\": []}",
                "\uFEFF%s"
            })
    void everyFormOfOneFlowReadsAlike(String form) {
        FlowDocument document = reader.read(form.formatted(Json.write(Sample.json())));

        assertThat(document.flows()).containsExactly(Sample.flow(Sample.json()));
        assertThat(document.issues()).isEmpty();
    }

    @Test
    void severalFlowsKeepTheirOrder() {
        assertThat(reader.read("[{\"id\": \"b\"}, {\"id\": \"a\"}]").flows())
                .extracting(Flow::id)
                .containsExactly("b", "a");
        assertThat(reader.read("[]").flows()).isEmpty();
        assertThat(reader.read("{\"data\": []}").flows()).isEmpty();
    }

    @Test
    void operationsGoToTheFlowTheyName() throws IOException {
        Files.writeString(directory.resolve("flows.json"), FLOWS);
        Files.writeString(directory.resolve("operations.json"), "{\"data\": " + OPERATIONS + "}");

        FlowDocument ofDirectory = reader.read(directory);
        FlowDocument ofFiles = reader.read(directory.resolve("flows.json"), directory.resolve("operations.json"));
        FlowDocument ofNodes = reader.read(Sample.parse(FLOWS), Sample.parse(OPERATIONS));
        FlowDocument ofOneText = reader.read("{\"flows\": " + FLOWS + ", \"operations\": " + OPERATIONS + "}");

        assertThat(ofDirectory.flows())
                .isEqualTo(ofFiles.flows())
                .isEqualTo(ofNodes.flows())
                .isEqualTo(ofOneText.flows());
        assertThat(ofDirectory.flows().get(0).operations())
                .extracting(FlowOperation::key)
                .containsExactly("b", "a");
        assertThat(ofDirectory.flows().get(1).operations())
                .extracting(FlowOperation::key)
                .containsExactly("c");
        assertThat(ofDirectory.flows().get(0).entry()).map(FlowOperation::key).contains("a");
    }

    @Test
    void operationsWithoutAFlowAndListedOnesWithoutAnOperationAreTold() {
        FlowDocument document = reader.read(Sample.parse(FLOWS), Sample.parse(OPERATIONS));

        assertThat(document.issues())
                .extracting(FlowIssue::code, FlowIssue::flow, FlowIssue::operationId, FlowIssue::path)
                .containsExactly(
                        tuple("operation-orphan", "gone", "o4", "$[3].flow"),
                        tuple("operation-unlisted", "f2", null, "$[1].operations[1]"));
        assertThat(Installed.validator().validate(document)).containsAll(document.issues());
    }

    @Test
    void aDirectoryWithNestedOperationsNeedsOneFileOnly() throws IOException {
        Files.writeString(directory.resolve("flows.json"), "[" + Json.write(Sample.json()) + "]");

        assertThat(reader.read(directory).flows()).containsExactly(Sample.flow(Sample.json()));
    }

    @Test
    void oneFileReads() throws IOException {
        Path file = Files.writeString(directory.resolve("sample.json"), Json.write(Sample.json()));

        assertThat(reader.read(file).flows()).containsExactly(Sample.flow(Sample.json()));
    }

    @Test
    void optionsWrittenAsTextAreParsed() {
        Flow flow = Sample.flow(
                Sample.parse(
                        """
                {"id": "f", "options": "{\\"method\\": \\"POST\\"}",
                 "operations": [{"id": "o", "options": "{\\"message\\": \\"{{ $last }}\\"}"}]}
                """));

        assertThat(flow.options().path("method").asText()).isEqualTo("POST");
        assertThat(flow.operations().get(0).options().path("message").asText()).isEqualTo("{{ $last }}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{oops", "", "{} {}", "{\"n\": 1e99999999999}"})
    void optionsThatAreNoJsonAreKept(String text) {
        Flow flow =
                Sample.flow(JsonNodeFactory.instance.objectNode().put("id", "f").put("options", text));

        assertThat(flow.json().path("options").asText()).isEqualTo(text);
        assertThat(flow.options()).isEmpty();
    }

    @Test
    void readingLeavesTheGivenJsonAlone() {
        JsonNode json = Sample.parse("{\"id\": \"f\", \"options\": \"{}\", \"operations\": [{\"id\": \"o\"}]}");
        JsonNode before = json.deepCopy();

        Flow flow = Sample.flow(json);

        assertThat(json).isEqualTo(before);
        assertThat(flow.json().has("operations")).isFalse();
    }

    @Test
    void hostileNamesAreOrdinaryMembers() {
        Flow flow = Sample.flow(
                Sample.parse(
                        """
                {"id": "f", "__proto__": {"id": "x"}, "constructor": 1,
                 "operations": [{"id": "o", "key": "__proto__", "options": {"__proto__": {"polluted": true}}}]}
                """));

        assertThat(flow.json().path("__proto__").path("id").asText()).isEqualTo("x");
        assertThat(flow.operations().get(0).key()).isEqualTo("__proto__");
        assertThat(FlowWriter.toJson(flow)
                        .at("/operations/0/options/__proto__/polluted")
                        .asBoolean())
                .isTrue();
    }
}
