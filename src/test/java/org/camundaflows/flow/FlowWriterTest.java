package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowWriterTest {

    @Test
    void whatWasReadIsWrittenWithNothingLost() {
        Flow flow = Sample.flow(Sample.json());

        assertThat(FlowWriter.toJson(flow)).isEqualTo(Sample.json());
        assertThat(Sample.parse(FlowWriter.write(flow))).isEqualTo(Sample.json());
    }

    @Test
    void unknownMembersNullsAndLongNumbersStay() {
        String json =
                "{\"id\":\"f\",\"folder\":null,\"odd\":{\"n\":12345678901234567890,\"d\":0.1},\"operations\":[{\"id\":\"o\",\"x\":[]}]}";

        assertThat(FlowWriter.write(Sample.flow(Sample.parse(json)))).isEqualTo(json);
    }

    @Test
    void theWrittenJsonIsACopy() {
        Flow flow = Sample.flow(Sample.json());

        FlowWriter.toJson(flow).removeAll();
        Sample.options(FlowWriter.toJson(flow), 0).removeAll();

        assertThat(FlowWriter.toJson(flow)).isEqualTo(Sample.json());
    }
}
