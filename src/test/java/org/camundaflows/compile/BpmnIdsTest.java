package org.camundaflows.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BpmnIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"6a0f4a51-2f0e-4d0c-9a57-1c2f3b5d7e01", "a_b", "_5f_", "é ${x} 🚀", "\ud800", "$1\\"})
    void aFlowsIdCanBeToldFromItsProcessKey(String id) {
        assertThat(BpmnIds.process(id)).matches("flow_[A-Za-z0-9_-]+");
        assertThat(BpmnIds.flowId(BpmnIds.process(id))).isEqualTo(id);
    }

    @Test
    void keysThatStandForNoFlowAreFlowIdsThemselves() {
        assertThat(BpmnIds.flowId("Process_1")).isEqualTo("Process_1");
        assertThat(BpmnIds.flowId("flow_not_ours")).isEqualTo("flow_not_ours");
    }

    @Test
    void longIdsFitTheEnginesColumns() {
        assertThat(BpmnIds.onResolve("x".repeat(5000))).hasSizeLessThan(255);
        assertThat(BpmnIds.task("x".repeat(5000))).isNotEqualTo(BpmnIds.task("x".repeat(5001)));
    }
}
