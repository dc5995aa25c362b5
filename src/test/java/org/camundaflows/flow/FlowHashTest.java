package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class FlowHashTest {

    private final String hash = FlowHash.of(Sample.flow(Sample.json()));

    @Test
    void aHashHas64HexadecimalDigits() {
        assertThat(hash).matches("[0-9a-f]{64}");
    }

    @Test
    void equalFlowsHaveEqualHashesWhereverTheyRun() {
        Flow flow = Sample.flow(Sample.parse("{\"name\": \"é\", \"id\": \"f\"}"));

        // sha256 of {"id":"f","name":"é","operations":[]} in UTF-8
        assertThat(FlowHash.of(flow)).isEqualTo("1a71143bfd3e31699662c9ec1d17bf5edb455a00bdfd0edc60eecc967f6b8689");
    }

    @Test
    void theOrderOfOperationsDoesNotCount() {
        assertThat(FlowHash.of(Sample.changed(json -> {
                    ArrayNode operations = (ArrayNode) json.path("operations");
                    operations.add(operations.remove(0));
                })))
                .isEqualTo(hash);
    }

    @Test
    void whoCreatedItAndWhenDoesNotCount() {
        assertThat(FlowHash.of(Sample.changed(json -> {
                    stamp(json);
                    stamp(Sample.operation(json, 1));
                })))
                .isEqualTo(hash);
    }

    @Test
    void datesInsideOptionsCount() {
        assertThat(FlowHash.of(Sample.changed(json -> stamp(Sample.options(json, 1)))))
                .isNotEqualTo(hash);
    }

    @Test
    void everyOtherContentCounts() {
        assertThat(FlowHash.of(Sample.changed(json -> json.put("icon", "bolt"))))
                .isNotEqualTo(hash);
        assertThat(FlowHash.of(Sample.changed(json -> Sample.operation(json, 0).put("position_x", 20))))
                .isNotEqualTo(hash);
        assertThat(FlowHash.of(Sample.changed(
                        json -> ((ArrayNode) Sample.options(json, 1).path("headers")).removeAll())))
                .isNotEqualTo(hash);
    }

    private static void stamp(ObjectNode json) {
        json.put("date_created", "2026-01-01T00:00:00").put("user_created", "u1");
    }
}
