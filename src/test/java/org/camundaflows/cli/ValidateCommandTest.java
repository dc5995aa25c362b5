package org.camundaflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camundaflows.app.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    @TempDir
    Path directory;

    @Test
    void warningsAreShownAndAreNoProblemUnlessAsked() {
        FlowFile flow = FlowFile.webhook(directory, 1);
        Shell lenient = Shell.run("validate", flow.toString());
        assertThat(lenient.exitCode()).isZero();
        assertThat(lenient.out()).contains(flow + ": warning reject-missing").contains("Flows: 1, errors: 0");
        assertThat(Shell.run("validate", "--strict", flow.toString()).exitCode())
                .isEqualTo(1);
    }

    @Test
    void errorsAreToldWithTheirFile() {
        FlowFile good = FlowFile.webhook(directory, 1);
        FlowFile bad = FlowFile.cyclic(directory);
        Shell text = Shell.run("validate", good.toString(), bad.toString());
        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.out()).contains(bad + ": error link-cycle: flow \"Cyclic\", operation \"log\"");
        Shell json = Shell.run("validate", "--json", good.toString(), bad.toString());
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(json.json().path("valid").asBoolean()).isFalse();
        assertThat(json.json().path("flows").asInt()).isEqualTo(2);
        assertThat(json.json().path("issues").findValuesAsText("file")).contains(good.toString(), bad.toString());
        JsonNode cycle = issue(json, "link-cycle");
        assertThat(cycle.path("file").asText()).isEqualTo(bad.toString());
        assertThat(cycle.path("operationKey").asText()).isEqualTo("log");
    }

    @Test
    void aFileThatHoldsNoFlowsDoesNotHideTheOthers() throws Exception {
        FlowFile good = FlowFile.webhook(directory, 1);
        Path broken = Files.writeString(directory.resolve("broken.json"), "{\"id\": ");
        Shell text = Shell.run("validate", directory.toString());
        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.err()).startsWith("error: ").contains(broken.toString()).contains("line 1");
        assertThat(text.out()).contains(good + ": warning").contains("Flows: 1, errors: 1");
        Shell json = Shell.run("validate", "--json", directory.toString());
        assertThat(json.err()).isEmpty();
        assertThat(issue(json, "UNREADABLE").path("file").asText()).isEqualTo(broken.toString());
    }

    @Test
    void flowsAndOperationsMayBeAPairOfFilesOrADirectory() throws Exception {
        Path flows = Files.writeString(
                directory.resolve("flows.json"),
                """
                {"data": [{"id": "f1", "name": "Pair", "status": "active", "trigger": "webhook", "operation": "o1",
                  "operations": ["o1"]}]}
                """);
        Path operations = Files.writeString(
                directory.resolve("operations.json"),
                """
                {"data": [{"id": "o1", "key": "o", "name": "O", "type": "log", "options": {"message": "m"}, "flow": "f1",
                  "position_x": 19, "position_y": 1}]}
                """);
        assertThat(Shell.run("validate", "--strict", operations.toString(), flows.toString()))
                .isEqualTo(Shell.run("validate", "--strict", directory.toString()))
                .extracting(Shell::exitCode, Shell::err)
                .containsExactly(0, "");
    }

    @Test
    void flowsWithOneIdInSeveralFilesAreFound() {
        FlowFile one = FlowFile.webhook(directory, 1);
        Path copies = directory.resolve("copies");
        assertThat(copies.toFile().mkdir()).isTrue();
        FlowFile other = FlowFile.webhook(copies, 1);
        Shell both = Shell.run("validate", one.toString(), other.toString());
        assertThat(both.exitCode()).isEqualTo(1);
        assertThat(both.out()).contains("duplicate");
    }

    @Test
    void anEmptyDirectoryIsAProblemAndAMissingFileIsWrongUsage() {
        Shell empty = Shell.run("validate", directory.toString());
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.err()).contains("found none");
        Shell missing = Shell.run("validate", directory.resolve("none.json").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).startsWith("There is no file or directory");
    }

    private static JsonNode issue(Shell shell, String code) {
        for (JsonNode issue : shell.json().path("issues")) {
            if (issue.path("code").asText().equals(code)) {
                return issue;
            }
        }
        throw new AssertionError("No issue " + code + " in " + shell.out());
    }
}
