package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run finishes on the version it began with, whatever becomes of its flow, also when the engine restarts meanwhile. */
class ChangedDuringRunTest {

    private static final FlowSketch OLD = sleeper("old");
    private static final FlowSketch NEW = FlowSketch.webhook("changed").transform("v", "[\"new\"]");

    @TempDir
    Path directory;

    @Test
    void aSleepingRunFinishesOnItsVersionAfterAChangeAndARestart() {
        String run;
        try (TestEngine first = start()) {
            run = sleeping(first, OLD);
            assertThat(first.deploy(NEW).version()).isEqualTo(2);
        }
        try (TestEngine second = start()) {
            assertThat(second.run(second.find(NEW), FlowSketch.parse("{}"), TestEngine.PATIENCE)
                            .last())
                    .hasToString("[\"new\"]");
            assertFinishesOld(second, run);
        }
    }

    @Test
    void aSleepingRunFinishesAfterItsFlowWasDeactivatedAndARestart() {
        String run;
        try (TestEngine first = start()) {
            run = sleeping(first, OLD);
            first.deploy(sleeper("old").member("status", "inactive"));
        }
        try (TestEngine second = start()) {
            assertThat(second.find(OLD).flow().isActive()).isFalse();
            assertFinishesOld(second, run);
        }
    }

    private static void assertFinishesOld(TestEngine engine, String run) {
        engine.executeJob(run);
        RunDetails details = engine.ended(run);
        assertThat(details.run().status()).isEqualTo(RunStatus.RESOLVED);
        assertThat(details.run().version()).isEqualTo(1);
        assertThat(details.data().path("v")).hasToString("[\"old\"]");
    }

    private static FlowSketch sleeper(String value) {
        return FlowSketch.webhook("changed").sleep("nap", 3_600_000).transform("v", "[\"" + value + "\"]");
    }

    private static String sleeping(TestEngine engine, FlowSketch flow) {
        engine.deploy(flow);
        return engine.run(engine.find(flow), FlowSketch.parse("{}"), Duration.ofMillis(1))
                .runId();
    }

    private TestEngine start() {
        return TestEngine.start("jdbc:h2:file:" + directory.resolve("db") + ";WRITE_DELAY=0", "audit");
    }
}
