package org.camundaflows.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.camundaflows.flow.FlowReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares compiled flows with recorded ones, byte by byte. To record them anew after an intended change, run with
 * {@code -Dgolden.record=true}, look at the difference, and raise the compiler's format.
 */
class GoldenFlowsTest {

    private static final Path SOURCES = Path.of("src/test/resources/golden");

    private final FlowCompiler compiler = new FlowCompiler(
            StepTypes.registry(), new CompileSettings(Duration.ofDays(180), ZoneId.of("Europe/Berlin")));

    @ParameterizedTest
    @ValueSource(strings = {"order", "nightly", "empty"})
    void aFlowCompilesToTheRecordedBpmn(String name) throws IOException {
        String bpmn = compiler.compile(
                        new FlowReader().read(read(name + ".json")).flows().get(0))
                .bpmn();
        if (Boolean.getBoolean("golden.record")) {
            Files.writeString(SOURCES.resolve(name + ".bpmn"), bpmn);
        }

        assertThat(bpmn).isEqualTo(read(name + ".bpmn"));
    }

    private static String read(String name) throws IOException {
        try (var stream = GoldenFlowsTest.class.getResourceAsStream("/golden/" + name)) {
            if (stream == null && Boolean.getBoolean("golden.record")) {
                return Files.readString(SOURCES.resolve(name));
            }
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
