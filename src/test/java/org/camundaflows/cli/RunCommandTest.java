package org.camundaflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.camundaflows.app.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    @TempDir
    Path directory;

    @Test
    void aRunIsAnsweredAsOneJsonObjectWithStepsAndChain() {
        FlowFile flow = FlowFile.webhook(directory, 1);
        Shell run = Shell.run(
                "run",
                flow.toString(),
                "--trigger",
                "{\"ok\": true, \"text\": \"hi\"}",
                "--env",
                "PLACE=a=b",
                "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode answer = run.json();
        assertThat(answer.path("flow").asText()).isEqualTo(flow.id());
        assertThat(answer.path("status").asText()).isEqualTo("resolved");
        assertThat(answer.path("steps").findValuesAsText("key")).containsExactly("check", "shape");
        assertThat(answer.path("steps").findValuesAsText("type")).containsExactly("condition", "transform");
        assertThat(answer.path("steps").findValuesAsText("status")).containsExactly("resolve", "resolve");
        assertThat(answer.path("chain").path("shape")).hasToString("{\"said\":\"hi\",\"where\":\"a=b\"}");
        assertThat(answer.path("chain").path("$last"))
                .isEqualTo(answer.path("chain").path("shape"));
        assertThat(answer.path("chain").path("$trigger")).hasToString("{\"ok\":true,\"text\":\"hi\"}");
        assertThat(answer.path("chain").path("$env")).hasToString("{\"PLACE\":\"a=b\"}");
    }

    @Test
    void aRejectedRunEndsWithOneAndShowsWhy() {
        FlowFile flow = FlowFile.webhook(directory, 1);
        Shell run = Shell.run("run", flow.toString(), "--trigger", "{\"ok\": false}");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("Webhook 1 (" + flow.id() + ")")
                .contains("  reject   check (condition)")
                .contains("rejected")
                .contains("Validation failed for field")
                .doesNotContain("shape (transform)");
    }

    @Test
    void variablesAreTypedAndTheTriggerMayComeFromAFile() throws Exception {
        Path trigger = Files.writeString(directory.resolve("trigger.txt"), "{\"ok\": true, \"text\": [1]}");
        Shell run = Shell.run(
                "run", FlowFile.webhook(directory, 1).toString(), "--trigger=@" + trigger, "--env=PLACE=12", "--json");
        assertThat(run.json().path("chain").path("shape")).hasToString("{\"said\":[1],\"where\":12}");
    }

    @Test
    void flowsCallEachOtherAndTheirStepsAreShown() {
        FlowFile caller = FlowFile.caller(directory);
        FlowFile called = FlowFile.called(directory);
        Shell run = Shell.run("run", directory.toString(), "--trigger", "[1, 2]", "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().path("flow").asText()).isEqualTo(caller.id());
        assertThat(run.json().path("chain").path("call")).hasToString("[{\"got\":1},{\"got\":2}]");
        assertThat(run.json().path("steps").findValuesAsText("flow"))
                .containsExactly(called.id(), called.id(), caller.id());
        Shell text = Shell.run("run", directory.toString(), "--trigger", "[1]");
        assertThat(text.out()).contains("  resolve  echo (transform)  in Called");
    }

    @Test
    void oneOfSeveralFlowsIsChosenByItsId() {
        FlowFile first = FlowFile.webhook(directory, 1);
        FlowFile second = FlowFile.webhook(directory, 2);
        String[] arguments = {"run", first.toString(), second.toString(), "--trigger", "{\"ok\": true}", "--json"};
        Shell none = Shell.run(arguments);
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("--flow").contains(first.id()).contains(second.id());
        assertThat(none.out()).isEmpty();
        Shell chosen = Shell.run(with(arguments, "--flow", second.id()));
        assertThat(chosen.json().path("flow").asText()).isEqualTo(second.id());
        Shell unknown = Shell.run(with(arguments, "--flow", "nope"));
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("There is no flow nope among:");
    }

    @Test
    void whatCannotRunIsRefused() {
        Shell cyclic = Shell.run("run", FlowFile.cyclic(directory).toString(), "--json");
        assertThat(cyclic.exitCode()).isEqualTo(1);
        assertThat(cyclic.out()).isEmpty();
        assertThat(cyclic.err()).contains("link-cycle").contains("The flow cannot run.");
        Shell trigger = Shell.run("run", FlowFile.webhook(directory, 1).toString(), "--trigger", "{ok");
        assertThat(trigger.exitCode()).isEqualTo(2);
        assertThat(trigger.err()).startsWith("--trigger is no JSON");
    }

    @Test
    void anUnknownOperationTypeEndsTheRunWithOne() {
        FlowFile flow = FlowFile.write(
                directory.resolve("unknown.json"),
                "f0000000-0000-4000-8000-000000000031",
                """
                {"id": "f0000000-0000-4000-8000-000000000031", "name": "Unknown", "trigger": "webhook", "operation": "o",
                 "operations": [{"id": "o", "key": "o", "type": "made-up", "position_x": 19, "position_y": 1}]}
                """);
        Shell run = Shell.run("run", flow.toString(), "--json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().path("status").asText()).isEqualTo("unknown");
    }

    private static String[] with(String[] arguments, String... more) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }
}
