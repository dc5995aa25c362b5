package org.camundaflows.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars as they are handed out. */
class PackagedJarIT {

    @TempDir
    Path directory;

    @Test
    void theRunnableJarRunsAFlow() throws Exception {
        Path output = directory.resolve("out.json");
        Path errors = directory.resolve("err.txt");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-jar",
                        property("jar.exec"),
                        "run",
                        Path.of("examples", "order-total.json").toAbsolutePath().toString(),
                        "--trigger={\"body\": {\"customer\": \"Zoë\", \"items\": [{\"quantity\": 2, \"price\": 1}]}}",
                        "--json")
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(errors).content().contains("2 pieces, 2.38 EUR").doesNotContain("Exception");
        assertThat(Json.parse(Files.readString(output)).path("chain").path("sums"))
                .hasToString("{\"pieces\":2,\"net\":2,\"gross\":2.38}");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void theLibraryDoesNotConfigureTheApplicationItIsAddedTo() throws IOException {
        assertThat(entries(property("jar.library")))
                .contains("org/camundaflows/engine/FlowEnginePlugin.class", "mail-templates/base.liquid")
                .noneMatch(name -> name.startsWith("application") || name.startsWith("logback"))
                .noneMatch(name -> name.startsWith("examples/"));
        assertThat(entries(property("jar.exec")))
                .contains("BOOT-INF/classes/application.yaml", "BOOT-INF/classes/examples/greeting.json");
    }

    private static List<String> entries(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            List<String> names = new ArrayList<>();
            file.stream().map(ZipEntry::getName).forEach(names::add);
            return names;
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
