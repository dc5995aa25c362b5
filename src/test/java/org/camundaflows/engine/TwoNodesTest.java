package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camundaflows.FlowSketch;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: callers wait in one of them, and the jobs run in the other. */
class TwoNodesTest {

    private static final String LONG_SLEEP = "3600000";

    private static final CountDownLatch CALLER_HAS_GONE = new CountDownLatch(1);

    private static TestEngine asked;
    private static TestEngine working;

    @BeforeAll
    static void start() {
        String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        asked = node(database);
        asked.stopJobs();
        working = node(database);
    }

    private static TestEngine node(String database) {
        return TestEngine.start(
                database,
                "audit",
                Probe.withEffects()
                        .on("nothing", (options, context) -> Result.nothing())
                        .on("wait", (options, context) -> {
                            CALLER_HAS_GONE.await();
                            return Result.nothing();
                        }));
    }

    @AfterAll
    static void stop() {
        asked.close();
        working.close();
    }

    private static FlowSketch durable(String name) {
        return FlowSketch.webhook(name).option("durability", "durable").step("a", "effect", "{\"do\":\"nothing\"}");
    }

    @Test
    void aCallerGetsTheAnswerOfARunThatAnotherNodeFinished() {
        FlowSketch flow = durable("finished elsewhere").transform("b", "{\"got\":\"{{$trigger}}\"}");
        flow.member("accountability", "all");

        Outcome outcome = asked.run(flow, "{\"password\":\"not in the history\"}");

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        assertThat(outcome.last()).hasToString("{\"got\":{\"password\":\"not in the history\"}}");
        assertThat(outcome.returned("$all").path("a").isNull()).isTrue();
        assertThat(new Database(asked.configuration().getDataSource()).rows("ACT_GE_BYTEARRAY"))
                .noneMatch(row -> row.contains("flow-answer-" + outcome.runId()));
    }

    @Test
    void alsoWhenTheRunLeavesNoHistory() {
        Outcome outcome = asked.run(
                durable("without a trace").member("accountability", null).transform("b", "[1]"));

        assertThat(outcome.last()).hasToString("[1]");
    }

    @Test
    void alsoWhenItsLastStepRejects() {
        Outcome outcome = asked.run(durable("rejects elsewhere").step("b", "throw-error", "{\"code\":\"no\"}"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.REJECTED);
        assertThat(Json.write(outcome.last())).contains("\"code\":\"NO\"");
    }

    @Test
    void alsoWhenItEndsAtAnUnknownOperation() {
        Outcome outcome = asked.run(durable("unknown elsewhere").step("b", "no-such-type", "{}"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.UNKNOWN);
    }

    @Test
    void alsoWhenItIsCancelledThere() throws Exception {
        FlowSketch flow =
                FlowSketch.webhook("cancelled elsewhere").step("nap", "sleep", "{\"milliseconds\":" + LONG_SLEEP + "}");
        asked.deploy(flow);
        CompletableFuture<Outcome> caller = CompletableFuture.supplyAsync(
                () -> asked.run(asked.find(flow), FlowSketch.parse("{}"), TestEngine.PATIENCE));
        RunFilter running = new RunFilter(flow.id(), RunStatus.RUNNING, null, null);
        working.await(() -> working.flows().history().count(running) == 1);
        String run = working.flows().history().list(running, 0, 1).get(0).id();

        working.engine().getRuntimeService().deleteProcessInstance(run, "no longer wanted");

        Outcome outcome = caller.get(20, TimeUnit.SECONDS);
        assertThat(outcome.status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(outcome.failure()).hasMessage("The run was cancelled");
    }

    @Test
    void theCleanupRemovesAnAnswerThatCameTooLate() {
        FlowSketch flow =
                FlowSketch.webhook("too late").option("durability", "durable").step("a", "effect", "{\"do\":\"wait\"}");
        asked.deploy(flow);
        String run = asked.run(asked.find(flow), FlowSketch.parse("{}"), Duration.ofMillis(50))
                .runId();
        CALLER_HAS_GONE.countDown();
        working.ended(run);

        assertThat(new Database(asked.configuration().getDataSource()).rows("ACT_GE_BYTEARRAY"))
                .filteredOn(row -> row.contains("flow-answer-" + run))
                .singleElement(as(STRING))
                .doesNotContain("REMOVAL_TIME_=null");
    }

    @Test
    void aRunThatNobodyWaitsForLeavesNothing() {
        FlowSketch flow = durable("asynchronous").transform("b", "[\"of nobody\"]");
        String run = asked.start(flow, "{}");
        working.ended(run);

        assertThat(new Database(asked.configuration().getDataSource()).rows("ACT_GE_BYTEARRAY"))
                .noneMatch(row -> row.contains(run));
    }

    @Test
    void aCallerOfARunThatGoesOnForLongIsToldItsIdWhenItsTimeIsOver() {
        FlowSketch flow =
                FlowSketch.webhook("long elsewhere").step("nap", "sleep", "{\"milliseconds\":" + LONG_SLEEP + "}");
        asked.deploy(flow);

        Outcome outcome = asked.run(asked.find(flow), FlowSketch.parse("{}"), Duration.ofMillis(300));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RUNNING);
        assertThat(working.details(outcome.runId()).run().end()).isNull();
    }
}
