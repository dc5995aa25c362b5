package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.camundaflows.FlowSketch;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.operation.OperationRegistry;
import org.junit.jupiter.api.Test;

/** After a step back to an older version, a process is refused rather than misread. */
class NewerProcessTest {

    @Test
    void theEngineRefusesAProcessOfANewerFormat() {
        String bpmn = new FlowCompiler(
                        new OperationRegistry(List.of()), new CompileSettings(Duration.ofDays(1), ZoneOffset.UTC))
                .compile(FlowSketch.webhook("future").transform("v", "1").flow())
                .bpmn();
        String newer = bpmn.replaceFirst("(name=\"\\$format\" value=)\"\\d+\"", "$1\"99\"");
        assertThat(newer).isNotEqualTo(bpmn);
        try (TestEngine engine = TestEngine.start()) {
            assertThatThrownBy(() -> engine.engine()
                            .getRepositoryService()
                            .createDeployment()
                            .addString("future.bpmn", newer)
                            .deploy())
                    .hasMessageContaining("has format 99")
                    .hasMessageContaining("newer version");
        }
    }
}
