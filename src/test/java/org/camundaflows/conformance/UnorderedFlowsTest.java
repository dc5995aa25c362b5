package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;

class UnorderedFlowsTest {

    @Test
    void flowsCalledSideBySideAndWhatTheyCallHaveNoOrder() throws Exception {
        assertThat(unordered("[" + calling("main", "child", "parallel") + "," + calling("child", "grandchild", "serial")
                        + ",{\"id\":\"grandchild\"}]"))
                .containsExactlyInAnyOrder("child", "grandchild");
    }

    @Test
    void parallelIsTheDefault() throws Exception {
        assertThat(unordered("[" + calling("main", "child", "serial") + "]")).isEmpty();
        assertThat(unordered("[" + calling("main", "child", "batch") + "]")).containsExactly("child");
        assertThat(unordered("[" + calling("main", "child", "").replace("\"iterationMode\":\"\",", "") + "]"))
                .containsExactly("child");
    }

    @Test
    void actionsHaveNoOrderAndFiltersHave() throws Exception {
        String flow = "[{\"id\":\"f\",\"trigger\":\"event\",\"options\":{\"type\":\"action\"}}]";

        assertThat(unordered(flow)).containsExactly("f");
        assertThat(unordered(flow.replace("action", "filter"))).isEmpty();
    }

    @Test
    void aTargetKnownOnlyWhileRunningMayBeAnyFlow() throws Exception {
        assertThat(unordered("[" + calling("main", "{{ $trigger.body.id }}", "parallel") + ",{\"id\":\"child\"}]"))
                .contains("child");
    }

    private static String calling(String id, String target, String mode) {
        return "{\"id\":\"" + id + "\",\"operations\":[{\"type\":\"trigger\",\"options\":{\"iterationMode\":\"" + mode
                + "\",\"flow\":\"" + target + "\"}}]}";
    }

    private static java.util.Set<String> unordered(String flows) throws Exception {
        return UnorderedFlows.of(Json.parse(flows));
    }
}
