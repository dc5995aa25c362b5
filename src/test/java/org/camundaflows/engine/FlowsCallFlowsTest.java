package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camundaflows.FlowSketch;
import org.camundaflows.json.Json;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operation {@code trigger} on a real engine. */
class FlowsCallFlowsTest {

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.start(Probe.pure()
                .on("fail", (options, context) -> {
                    throw new LinkageError("child broke");
                })
                .on("nothing", (options, context) -> Result.nothing())
                .on("wait for the other", FlowsCallFlowsTest::waitForTheOther));
        engine.deploy(FlowSketch.called("napping child")
                .sleep("nap", 300)
                .transform("b", "{\"n\":\"{{$trigger}}\",\"who\":\"{{$accountability}}\"}"));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static String call(String child, String payload, String mode) {
        return "{\"flow\":\"" + FlowSketch.id(child) + "\",\"payload\":" + payload + ",\"iterationMode\":\"" + mode
                + "\",\"batchSize\":10}";
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parallel", "batch"})
    void tenChildrenThatWaitRunAtTheSameTime(String mode) {
        FlowSketch parent =
                FlowSketch.webhook("ten " + mode).step("all", "trigger", call("napping child", numbers(10), mode));
        engine.deploy(parent);
        engine.run(FlowSketch.webhook("warm").step("one", "trigger", call("napping child", "1", mode)));

        Outcome outcome = engine.run(engine.find(parent), FlowSketch.parse("{}"), TestEngine.PATIENCE);

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        for (int n = 0; n < 10; n++) {
            assertThat(outcome.last().path(n).path("n").asInt()).isEqualTo(n);
        }
        assertThat(engine.details(outcome.runId()).run().durationMillis()).isLessThan(1000);
    }

    @Test
    void serialChildrenRunOneAfterTheOther() {
        Outcome outcome = engine.run(
                FlowSketch.webhook("serial").step("all", "trigger", call("napping child", numbers(3), "serial")));

        assertThat(outcome.last()).hasSize(3);
        assertThat(engine.details(outcome.runId()).run().durationMillis()).isGreaterThanOrEqualTo(900);
    }

    @Test
    void childrenKnowTheirParent() {
        Outcome outcome = engine.run(
                FlowSketch.webhook("parent").step("all", "trigger", call("napping child", numbers(2), "parallel")));

        assertThat(engine.flows().history().list(new RunFilter(FlowSketch.id("napping child"), null, null, null), 0, 2))
                .extracting(RunSummary::parent)
                .containsOnly(outcome.runId());
    }

    @Test
    void manyNestedParallelCallsDoNotStarveEachOther() {
        engine.deploy(FlowSketch.called("leaf").sleep("nap", 5).transform("v", "[1]"));
        engine.deploy(FlowSketch.called("branch").step("all", "trigger", call("leaf", numbers(20), "parallel")));

        Outcome outcome =
                engine.run(FlowSketch.webhook("tree").step("all", "trigger", call("branch", numbers(20), "parallel")));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        assertThat(Json.write(outcome.last()).chars().filter(c -> c == '1').count())
                .isEqualTo(400);
    }

    @Test
    void endlessRecursionIsRefusedWithAClearError() {
        engine.deploy(FlowSketch.called("endless")
                .option("return", "again")
                .step("again", "trigger", call("endless", "{}", "serial"))
                .otherwise("report", "transform", "{\"json\":{\"deep\":\"{{again.message}}\"}}"));

        Outcome outcome =
                engine.run(FlowSketch.webhook("into the deep").step("go", "trigger", call("endless", "{}", "serial")));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        RunFilter runs = new RunFilter(FlowSketch.id("endless"), null, null, null);
        assertThat(engine.flows().history().count(runs)).isEqualTo(20);
        assertThat(engine.flows().history().list(runs, 0, 20))
                .map(run -> engine.details(run.id())
                        .data()
                        .path("report")
                        .path("deep")
                        .asText())
                .anyMatch(text -> text.contains("more than 20 deep"));
    }

    @Test
    void aRejectionInsideTheChildIsNoRejectionOfTheParent() {
        engine.deploy(FlowSketch.called("rejecting child").step("no", "throw-error", "{\"code\":\"no\"}"));

        Outcome outcome =
                engine.run(FlowSketch.webhook("calm").step("call", "trigger", call("rejecting child", "{}", "serial")));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        assertThat(Json.write(outcome.last())).contains("\"code\":\"NO\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", "parallel"})
    void aChildThatBreaksRejectsTheParent(String mode) {
        engine.deploy(FlowSketch.called("breaking child").step("a", "probe", "{\"do\":\"fail\"}"));

        Outcome outcome = engine.run(FlowSketch.webhook("upset " + mode)
                .step("call", "trigger", call("breaking child", "[1,2]", mode))
                .otherwise("then", "transform", "{\"json\":[\"{{call.message}}\"]}"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        assertThat(outcome.last().path(0).asText()).contains("breaking child", "child broke");
    }

    @Test
    void anUnknownFlowGivesNull() {
        Outcome outcome =
                engine.run(FlowSketch.webhook("lonely").step("call", "trigger", call("nobody", "[1,2]", "parallel")));

        assertThat(Json.write(outcome.last())).isEqualTo("[null,null]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parallel", "serial"})
    void aParentWaitsForAChildThatSleepsLong(String mode) {
        engine.deploy(FlowSketch.called("long sleeper")
                .sleep("nap", TestEngine.SHORT.toMillis() + 200)
                .transform("b", "{\"n\":\"{{$trigger}}\"}"));

        Outcome outcome = engine.run(
                FlowSketch.webhook("patient " + mode).step("all", "trigger", call("long sleeper", "[1,2]", mode)));

        assertThat(Json.write(outcome.last())).isEqualTo("[{\"n\":1},{\"n\":2}]");
    }

    @Test
    void aCallerWaitsNoLongerThanItsBoundForAChildOfAChildThatSleepsLong() {
        engine.deploy(
                FlowSketch.called("sleeps for an hour").sleep("nap", 3_600_000).transform("b", "[\"awake\"]"));
        engine.deploy(FlowSketch.called("between").step("call", "trigger", call("sleeps for an hour", "1", "serial")));
        FlowSketch parent = FlowSketch.webhook("bounded")
                .transform("before", "1")
                .step("call", "trigger", call("between", "1", "serial"))
                .transform("after", "[\"{{before}}\",\"{{call}}\"]");
        engine.deploy(parent);

        Outcome outcome = engine.run(engine.find(parent), FlowSketch.parse("{}"), Duration.ofMillis(50));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RUNNING);
        RunDetails waiting = engine.details(outcome.runId());
        assertThat(waiting.run().status()).isEqualTo(RunStatus.RUNNING);
        assertThat(waiting.steps().findValuesAsText("status")).containsExactly("resolve", "waiting");
        RunFilter sleepers = new RunFilter(FlowSketch.id("sleeps for an hour"), null, null, null);
        engine.executeJob(engine.flows().history().list(sleepers, 0, 1).get(0).id());
        assertThat(engine.ended(outcome.runId()).data().path("after")).hasToString("[1,[\"awake\"]]");
    }

    @Test
    void aChildThatLeavesItsThreadAndEndsBeforeItsParentWaitsIsNotMissed() {
        FlowSketch child = FlowSketch.called("one before the other")
                .step("nap", "sleep", "{\"milliseconds\":\"{{$trigger.nap}}\"}")
                .step("wait", "probe", "{\"do\":\"{{$trigger.do}}\"}")
                .transform("b", "{\"n\":\"{{$trigger.nap}}\"}");
        engine.deploy(child);
        long sleep = TestEngine.SHORT.toMillis() + 100;
        String payloads = "[{\"nap\":" + sleep + ",\"do\":\"nothing\"},{\"nap\":0,\"do\":\"wait for the other\"}]";

        Outcome outcome = engine.run(
                FlowSketch.webhook("late").step("all", "trigger", call("one before the other", payloads, "parallel")));

        assertThat(Json.write(outcome.last())).isEqualTo("[{\"n\":" + sleep + "},{\"n\":0}]");
    }

    private static Result waitForTheOther(Options options, OperationContext context) {
        RunFilter ended = new RunFilter(context.flowId(), RunStatus.RESOLVED, null, null);
        engine.await(() -> engine.flows().history().count(ended) == 1);
        return Result.nothing();
    }

    @Test
    void moreAcceptedParentsThanJobThreadsGetThroughWhenTheirChildrenSleepLong() {
        engine.deploy(FlowSketch.called("sleeper of many").sleep("nap", TestEngine.SHORT.toMillis() + 200));
        FlowSketch parent =
                FlowSketch.webhook("one of many").step("call", "trigger", call("sleeper of many", "1", "serial"));
        engine.deploy(parent);
        for (int n = 0; n < 12; n++) {
            engine.flows()
                    .runs()
                    .start(
                            engine.find(parent),
                            FlowSketch.parse("{}"),
                            Json.mapper().nullNode());
        }

        RunFilter done = new RunFilter(parent.id(), RunStatus.RESOLVED, null, null);
        engine.await(() -> engine.flows().history().count(done) == 12);
    }
}
