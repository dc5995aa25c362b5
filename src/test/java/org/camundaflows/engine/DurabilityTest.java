package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camundaflows.FlowSketch;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What accepted runs promise, and what becomes of technical failures. */
class DurabilityTest {

    private static final AtomicInteger EFFECTS = new AtomicInteger();
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static volatile boolean broken;
    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.start(
                Probe.pure().on("break", (options, context) -> {
                    CALLS.incrementAndGet();
                    if (broken) {
                        throw new LinkageError("broken");
                    }
                    return Result.resolved(IntNode.valueOf(7));
                }),
                Probe.withEffects().on("count", (options, context) -> {
                    EFFECTS.incrementAndGet();
                    return Result.nothing();
                }));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void aTechnicalFailureBecomesAnIncidentAndARetryRepeatsNoEffect() {
        EFFECTS.set(0);
        CALLS.set(0);
        broken = true;
        String run = engine.start(
                FlowSketch.webhook("incident")
                        .step("first", "effect", "{\"do\":\"count\"}")
                        .step("second", "probe", "{\"do\":\"break\"}"),
                "{}");
        engine.await(() -> engine.details(run).run().incidents() == 1);

        RunDetails failed = engine.details(run);
        assertThat(failed.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.run().end()).isNull();
        assertThat(failed.steps()).hasSize(1);
        assertThat(failed.incidents().path(0).path("message").asText())
                .contains("\"incident\"", "\"second\"", "broken");
        assertThat(CALLS).as("no automatic retry").hasValue(1);

        broken = false;
        engine.retry(run);

        RunDetails details = engine.ended(run);
        assertThat(details.run().status()).isEqualTo(RunStatus.RESOLVED);
        assertThat(details.data().path("second").asInt()).isEqualTo(7);
        assertThat(details.incidents()).isEmpty();
        assertThat(EFFECTS).hasValue(1);
    }

    @Test
    void aWaitingCallerGetsTheAnswerOfARunThatLeftItsThread() {
        Outcome outcome = engine.run(FlowSketch.webhook("waited for")
                .sleep("nap", TestEngine.SHORT.toMillis() + 1)
                .transform("b", "[1]"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        assertThat(outcome.last()).hasSize(1);
    }

    @Test
    void aWaitingCallerGetsTheAnswerOfADurableRun() {
        Outcome outcome = engine.run(FlowSketch.webhook("durable")
                .option("durability", "durable")
                .step("a", "effect", "{\"do\":\"count\"}")
                .transform("b", "[1]"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        assertThat(outcome.last()).hasSize(1);
    }

    @Test
    void aCallerWaitsNoLongerThanItsBound() {
        FlowSketch flow = FlowSketch.webhook("too long").sleep("nap", 3_600_000);
        engine.deploy(flow);

        Outcome outcome = engine.run(engine.find(flow), FlowSketch.parse("{}"), Duration.ofMillis(50));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RUNNING);
        assertThat(engine.details(outcome.runId()).run().end()).isNull();
    }

    @Test
    void aWaitingCallerIsToldWhenTheRunIsCancelled() throws Exception {
        FlowSketch flow = FlowSketch.webhook("cancelled").sleep("nap", 3_600_000);
        engine.deploy(flow);
        CompletableFuture<Outcome> caller = CompletableFuture.supplyAsync(
                () -> engine.run(engine.find(flow), FlowSketch.parse("{}"), TestEngine.PATIENCE));
        RunFilter running = new RunFilter(flow.id(), RunStatus.RUNNING, null, null);
        engine.await(() -> engine.flows().history().count(running) == 1);
        String run = engine.flows().history().list(running, 0, 1).get(0).id();

        engine.engine().getRuntimeService().deleteProcessInstance(run, "no longer wanted");

        assertThat(caller.get(20, TimeUnit.SECONDS).status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(engine.details(run).run().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void waitsEndInTime() {
        long wait = 700;
        String run = engine.start(FlowSketch.webhook("punctual").sleep("nap", wait), "{}");

        RunDetails details = engine.ended(run);

        assertThat(details.run().durationMillis()).isBetween(wait, wait + 2500);
    }

    @Test
    void aRunThatAsksForDirectEndsWithItsFailure() {
        broken = true;
        Outcome outcome = engine.run(
                FlowSketch.webhook("direct").option("durability", "direct").step("a", "probe", "{\"do\":\"break\"}"));

        assertThat(engine.ended(outcome.runId()).run().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void runsAtTheSameTimeAreIndependent() throws Exception {
        FlowSketch flow = FlowSketch.webhook("independent")
                .transform("a", "{\"n\":\"{{$trigger.n}}\"}")
                .sleep("nap", 20)
                .transform("b", "{\"n\":\"{{a.n}}\",\"t\":\"{{$trigger.n}}\"}");
        engine.deploy(flow);
        int count = 16;
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Outcome>> runs = IntStream.range(0, count)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> {
                            awaitLatch(go);
                            return engine.run(
                                    engine.find(flow), FlowSketch.parse("{\"n\":" + n + "}"), TestEngine.PATIENCE);
                        },
                        Executors.newCachedThreadPool()))
                .toList();
        go.countDown();

        for (int n = 0; n < count; n++) {
            Outcome outcome = runs.get(n).get(20, TimeUnit.SECONDS);
            assertThat(outcome.last()).isEqualTo(FlowSketch.parse("{\"n\":" + n + ",\"t\":" + n + "}"));
            assertThat(engine.details(outcome.runId()).data().path("b")).isEqualTo(outcome.last());
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
