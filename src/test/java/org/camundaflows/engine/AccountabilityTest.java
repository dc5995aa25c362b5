package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camundaflows.FlowSketch;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each setting of a flow's {@code accountability} leaves behind (specification: audit, section 1). */
class AccountabilityTest {

    private static final String CANARY = "canary-value";

    private TestEngine engine;

    @AfterEach
    void stop() {
        engine.close();
    }

    private void start(String history) {
        engine = TestEngine.start(
                TestEngine.inMemory() + ";DB_CLOSE_DELAY=-1",
                history,
                Probe.withEffects().on("go", (options, context) -> Result.resolved(options.raw("show"))));
    }

    private static FlowSketch flow(String name, String accountability) {
        return FlowSketch.webhook(name)
                .member("accountability", accountability)
                .transform("a", "{\"x\":\"{{$trigger.body}}\"}")
                .step("b", "throw-error", "{\"code\":\"no\",\"message\":\"{{$trigger.body}}\"}")
                .otherwise("c", "effect", "{\"do\":\"go\",\"show\":\"{{a.x}} " + "long ".repeat(1000) + "\"}");
    }

    /** Ran once while the caller waits and once by itself. */
    private List<String> runBoth(FlowSketch flow) {
        String trigger = "{\"body\":\"" + CANARY + "\"}";
        String direct = engine.run(flow, trigger).runId();
        String durable = engine.start(flow, trigger);
        engine.await(() ->
                engine.engine().getRuntimeService().createProcessInstanceQuery().count() == 0);
        return List.of(direct, durable);
    }

    private Database database() {
        return new Database(engine.configuration().getDataSource());
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "full"})
    void allKeepsRunStepsAndValues(String history) {
        start(history);
        for (String run : runBoth(flow("all " + history, "all"))) {
            RunDetails details = engine.details(run);
            assertThat(details.run().status()).isEqualTo(RunStatus.RESOLVED);
            assertThat(details.steps()).hasSize(3);
            assertThat(Json.write(details.steps().path(0).path("options"))).contains(CANARY);
            assertThat(details.steps().path(1).path("result").path("message").asText())
                    .isEqualTo(CANARY);
            assertThat(details.data().path("c").asText()).startsWith(CANARY);
            assertThat(details.data().path("$last")).isEqualTo(details.data().path("c"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "full"})
    void activityKeepsRunAndStepsWithoutAnyValue(String history) {
        start(history);
        for (String run : runBoth(flow("activity " + history, "activity"))) {
            RunDetails details = engine.details(run);
            assertThat(details.run().status()).isEqualTo(RunStatus.RESOLVED);
            assertThat(details.steps())
                    .extracting(step -> step.path("status").asText())
                    .containsExactly("resolve", "reject", "resolve");
            assertThat(details.steps()).noneMatch(step -> step.has("options") || step.has("result"));
            assertThat(details.data()).isEmpty();
        }
        assertThat(database().rows("ACT_HI_")).isNotEmpty().noneMatch(row -> row.contains(CANARY));
        assertThat(database().rows("ACT_GE_BYTEARRAY")).noneMatch(row -> row.contains(CANARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "full"})
    void nullKeepsNothing(String history) {
        start(history);
        FlowSketch flow = flow("null " + history, null);
        for (String run : runBoth(flow)) {
            assertThat(engine.flows().history().find(run)).isEmpty();
            assertThat(database().rows("ACT_HI_")).noneMatch(row -> row.contains(run));
        }
        assertThat(engine.flows().history().count(new RunFilter(flow.id(), null, null, null)))
                .isZero();
        assertThat(database().rows("ACT_")).noneMatch(row -> row.contains(CANARY));
    }
}
