package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedUuidsTest {

    private final OrderedUuids ids = new OrderedUuids(Clock.systemUTC());

    @Test
    void idsSortInTheOrderInWhichTheyWereMade() {
        List<String> made = Stream.generate(ids::getNextId).limit(20_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsAreUuidsOfVersionSevenThatBeginWithTheTime() {
        long before = Instant.now().toEpochMilli();

        UUID id = UUID.fromString(ids.getNextId());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isBetween(before, Instant.now().toEpochMilli());
    }

    @Test
    void severalThreadsAndGeneratorsNeverMakeTheSame() {
        OrderedUuids other = new OrderedUuids(Clock.systemUTC());

        List<String> made = IntStream.range(0, 20_000)
                .parallel()
                .boxed()
                .flatMap(i -> Stream.of(ids.getNextId(), other.getNextId()))
                .toList();

        assertThat(made).doesNotHaveDuplicates();
    }
}
