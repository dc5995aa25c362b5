package org.camundaflows.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the server as a process of its own, as its users do. */
class FailedStartTest {

    @TempDir
    Path directory;

    @Test
    void aWrongVariableStopsTheStartWithOneLine() throws Exception {
        Files.writeString(directory.resolve(".env"), "DB_CLIENT=\"mysql\"\nADMIN_PASSWORD=hidden\n");
        assertStops("camunda-flows cannot start: DB_CLIENT is \"mysql\", expected one of h2, pg, postgres, postgresql");
    }

    @Test
    void aWrongPropertyStopsTheStartWithOneLine() throws Exception {
        assertStops(
                "camunda-flows cannot start: flows.schedule.zone is \"Mars/Base\", expected a value of type ZoneId",
                "--flows.schedule.zone=Mars/Base");
    }

    private void assertStops(String line, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CamundaFlows.class.getName());
        java.command().addAll(List.of(arguments));
        Path errors = directory.resolve("errors.txt");
        Path output = directory.resolve("output.txt");
        Process process = java.directory(directory.toFile())
                .redirectError(errors.toFile())
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(errors).content().isEqualToIgnoringNewLines(line);
        assertThat(errors).content().hasLineCount(1);
        assertThat(output).content().doesNotContain("Exception").doesNotContain("hidden");
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(directory.resolve("data")).doesNotExist();
    }
}
