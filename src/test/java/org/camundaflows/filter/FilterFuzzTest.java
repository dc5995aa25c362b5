package org.camundaflows.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.camundaflows.json.Json;

class FilterFuzzTest {

    /** Reads {@code {"filter": …, "data": …}}. */
    @FuzzTest(maxDuration = "15m")
    void anyFilterHoldsOrNotOrIsRefused(byte[] input) {
        JsonNode json;
        try {
            json = Json.parse(new String(input, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return;
        }
        assertThat(Filter.problems(json.path("filter"))).isNotNull();
        try {
            Filter filter =
                    Filter.parse(json.path("filter"), Filters.variables(NullNode.getInstance()), Filter.Use.CONDITION);
            assertThat(Filters.condition(filter, json.path("data"), ZoneOffset.UTC))
                    .isNotNull();
        } catch (FilterException e) {
            assertThat(e.error().message()).isNotNull();
        }
    }
}
