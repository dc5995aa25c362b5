package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.camundaflows.FlowSketch;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;

/** Whether a durable run has begun, as others can ask. */
class BegunRunsTest {

    private final Probe probe = Probe.withEffects();

    private static Set<String> yetToBegin(TestEngine engine, String run) {
        return engine.flows().runs().yetToBegin(Set.of(run));
    }

    @Test
    void aRunHasBegunWhenItsFirstStepHasBeenPerformed() {
        probe.on("it", (options, context) -> Result.nothing());
        try (TestEngine engine = TestEngine.start(probe)) {
            engine.stopJobs();
            String run = engine.start(
                    FlowSketch.webhook("two")
                            .step("first", "effect", "{\"do\":\"it\"}")
                            .step("second", "effect", "{\"do\":\"it\"}"),
                    "{}");

            assertThat(yetToBegin(engine, run)).containsExactly(run);
            engine.executeJob(run);
            assertThat(engine.jobs(run)).isOne();
            assertThat(yetToBegin(engine, run)).isEmpty();
        }
    }

    @Test
    void aRunHasBegunWhenItWaitsInItsFirstStep() {
        try (TestEngine engine = TestEngine.start(probe)) {
            engine.stopJobs();
            String run = engine.start(FlowSketch.webhook("sleeps").sleep("nap", 60_000), "{}");

            engine.executeJob(run);
            assertThat(engine.jobs(run)).isOne();
            assertThat(yetToBegin(engine, run)).isEmpty();
        }
    }

    @Test
    void aRunThatFailedAtItsFirstStepOrIsHeldUpByAnOperatorIsNotWaitedFor() {
        try (TestEngine engine = TestEngine.start(probe)) {
            engine.stopJobs();
            FlowSketch flow = FlowSketch.webhook("held").sleep("nap", 60_000);
            String failed = engine.start(flow, "{}");
            String held = engine.start(flow, "{}");
            var management = engine.engine().getManagementService();

            management.setJobRetries(failed, 0);
            management.suspendJobById(held);

            assertThat(yetToBegin(engine, failed)).isEmpty();
            assertThat(yetToBegin(engine, held)).isEmpty();
        }
    }

    @Test
    void aRunThatHasEndedIsNotWaitedFor() {
        try (TestEngine engine = TestEngine.start(probe)) {
            String run = engine.start(FlowSketch.webhook("empty"), "{}");
            engine.ended(run);

            assertThat(yetToBegin(engine, run)).isEmpty();
            assertThat(engine.flows().runs().yetToBegin(Set.of())).isEmpty();
        }
    }
}
