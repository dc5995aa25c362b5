package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class FlowFuzzTest {

    private static final FlowReader READER = new FlowReader();
    private static final FlowValidator VALIDATOR = Installed.validator();

    @FuzzTest(maxDuration = "15m")
    void anyTextIsAFlowThatCanBeJudgedOrRefused(byte[] input) {
        try {
            for (Flow flow :
                    READER.read(new String(input, StandardCharsets.UTF_8)).flows()) {
                assertThat(VALIDATOR.validate(flow)).isNotNull();
                assertThat(READER.read(FlowWriter.write(flow)).flows()).hasSize(1);
                assertThat(FlowHash.of(FlowLayout.arranged(flow))).hasSize(64);
            }
        } catch (FlowReadException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
