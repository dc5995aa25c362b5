package org.camundaflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.camundaflows.app.Shell;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.flow.FlowWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCommandTest {

    @TempDir
    Path directory;

    @Test
    void flowsBecomeBpmnFilesAndFlowsAgain() {
        FlowFile flow = FlowFile.webhook(directory, 1);
        Path target = directory.resolve("made/bpmn");
        Shell compiled = Shell.run("compile", flow.toString(), "-o", target.toString());
        assertThat(compiled.exitCode()).isZero();
        Path bpmn = Path.of(compiled.out().strip());
        assertThat(bpmn)
                .hasParent(target)
                .content()
                .contains("bpmndi:BPMNDiagram")
                .contains(flow.id());
        Shell decompiled = Shell.run("decompile", bpmn.toString());
        assertThat(decompiled.exitCode()).isZero();
        assertThat(decompiled.json())
                .isEqualTo(FlowWriter.toJson(
                        new FlowReader().read(flow.path()).flows().get(0)));
    }

    @Test
    void severalFilesAreDecompiledToAnArrayOrToFiles() throws Exception {
        FlowFile first = FlowFile.webhook(directory, 1);
        FlowFile second = FlowFile.webhook(directory, 2);
        Shell compiled =
                Shell.run("compile", first.toString(), second.toString(), "-o", directory.toString(), "--json");
        assertThat(compiled.json().path("compiled").findValuesAsText("flow")).containsExactly(first.id(), second.id());
        String[] files =
                compiled.json().path("compiled").findValuesAsText("file").toArray(String[]::new);
        assertThat(Shell.run("decompile", files[0], files[1]).json().findValuesAsText("name"))
                .contains("Webhook 1", "Webhook 2");
        Path target = directory.resolve("flows");
        Shell written = Shell.run("decompile", files[0], files[1], "-o", target.toString());
        assertThat(written.exitCode()).isZero();
        try (var inside = Files.list(target)) {
            assertThat(inside.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(first.id() + ".json", second.id() + ".json");
        }
    }

    @Test
    void aFlowThatCannotBeCompiledDoesNotStopTheOthers() {
        FlowFile good = FlowFile.webhook(directory, 1);
        Shell compiled = Shell.run(
                "compile",
                FlowFile.cyclic(directory).toString(),
                good.toString(),
                "-o",
                directory.toString(),
                "--json");
        assertThat(compiled.exitCode()).isEqualTo(1);
        assertThat(compiled.json().path("compiled").findValuesAsText("flow")).containsExactly(good.id());
        assertThat(compiled.json().path("issues").findValuesAsText("code")).contains("link-cycle");
        assertThat(compiled.err()).contains("link-cycle");
    }

    @Test
    void whatIsNoBpmnIsToldWithItsFile() throws Exception {
        Path file = Files.writeString(directory.resolve("no.bpmn"), "<html/>");
        Shell decompiled = Shell.run("decompile", file.toString());
        assertThat(decompiled.exitCode()).isEqualTo(1);
        assertThat(decompiled.out()).isEmpty();
        assertThat(decompiled.err()).startsWith("error: " + file);
        assertThat(Shell.run("decompile", directory.resolve("none.bpmn").toString())
                        .exitCode())
                .isEqualTo(2);
    }
}
