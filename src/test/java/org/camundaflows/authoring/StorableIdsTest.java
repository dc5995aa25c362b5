package org.camundaflows.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowIssue;
import org.camundaflows.flow.FlowReader;
import org.junit.jupiter.api.Test;

class StorableIdsTest {

    private static final String UUID = "6f1c2b1e-3c0d-4d3c-9a55-0c8e0a7d1f20";

    @Test
    void uuidsCanBeStored() {
        assertThat(StorableIds.problems(flow(UUID, UUID))).isEmpty();
    }

    @Test
    void otherIdsAreNamedWithTheirPlace() {
        assertThat(StorableIds.problems(flow("mine", "first")))
                .extracting(FlowIssue::path, FlowIssue::operationKey, FlowIssue::message)
                .containsExactly(
                        tuple("$.id", null, "The id \"mine\" cannot be stored."),
                        tuple("$.operations[0].id", "a", "The id \"first\" cannot be stored."));
    }

    private static Flow flow(String id, String operation) {
        return new FlowReader()
                .read(
                        """
                        {"id":"%s","name":"n","operations":[{"id":"%s","key":"a","type":"log"}]}
                        """
                                .formatted(id, operation))
                .flows()
                .get(0);
    }
}
