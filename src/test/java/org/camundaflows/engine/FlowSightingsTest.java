package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.Test;

/** When the latest version of a flow is looked up again. */
class FlowSightingsTest {

    private static final DeployedFlow OLD = version(1);
    private static final DeployedFlow NEW = version(2);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final FlowSightings sightings = new FlowSightings(now::get);

    private static DeployedFlow version(int number) {
        return new DeployedFlow(
                "d" + number, number, "t" + number, FlowSketch.webhook("seen").flow());
    }

    private Optional<DeployedFlow> find(DeployedFlow latest) {
        return sightings.find("f", seen -> Optional.of(latest));
    }

    @Test
    void whatWasSeenCountsForASecond() {
        assertThat(find(OLD)).contains(OLD);
        now.set(Instant.EPOCH.plusMillis(999));
        assertThat(find(NEW)).contains(OLD);
        now.set(Instant.EPOCH.plusMillis(1000));
        assertThat(find(NEW)).contains(NEW);
    }

    @Test
    void aChangeIsSeenAtOnce() {
        find(OLD);
        sightings.changed();
        assertThat(find(NEW)).contains(NEW);
    }

    @Test
    void aChangeIsSeenAtOnceAlsoWhenTheOldVersionWasJustBeingLookedUp() {
        sightings.find("f", seen -> {
            sightings.changed();
            return Optional.of(OLD);
        });
        assertThat(find(NEW)).contains(NEW);
    }

    @Test
    void aFlowThatIsNotThereIsLookedUpAgain() {
        assertThat(sightings.find("f", seen -> Optional.empty())).isEmpty();
        assertThat(find(NEW)).contains(NEW);
    }
}
