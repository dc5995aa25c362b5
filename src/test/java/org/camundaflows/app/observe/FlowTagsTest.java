package org.camundaflows.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowTagsTest {

    @Test
    void flowsBeyondTheLimitShareOneTag() {
        FlowTags tags = new FlowTags(3);

        assertThat(IntStream.range(0, 10).mapToObj(i -> tags.of("flow" + i)))
                .containsExactly(
                        "flow0", "flow1", "flow2", "other", "other", "other", "other", "other", "other", "other");
        assertThat(tags.of("flow1")).isEqualTo("flow1");
        assertThat(tags.of("flow9")).isEqualTo("other");
    }

    @Test
    void theLimitHoldsHoweverManyThreadsAsk() {
        FlowTags tags = new FlowTags(50);

        long kept = IntStream.range(0, 5000)
                .parallel()
                .mapToObj(i -> tags.of("flow" + i))
                .distinct()
                .filter(tag -> !tag.equals(FlowTags.OTHER))
                .count();

        assertThat(kept).isEqualTo(50);
    }
}
