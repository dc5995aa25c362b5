package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.json.Json;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operations.control.SleepOperation;
import org.camundaflows.operations.control.ThrowErrorOperation;
import org.camundaflows.operations.control.TriggerOperation;
import org.camundaflows.operations.transform.TransformOperation;
import org.camundaflows.security.RedactionLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A durable run calls flows without keeping a thread, and gets their values in order. */
class DurableCallsTest {

    private static final String PARENT = "aaaaaaaa-0000-4000-8000-00000000000%d";
    private static final String CHILD = "bbbbbbbb-0000-4000-8000-000000000001";

    private static EmbeddedEngine engine;

    @BeforeAll
    static void start() {
        OperationRegistry operations = new OperationRegistry(List.of(
                new SleepOperation(), new ThrowErrorOperation(), new TriggerOperation(), new TransformOperation()));
        FlowEnginePlugin plugin = new FlowEnginePlugin(
                operations,
                new FlowEnvironment(Map.of()),
                RedactionLevel.STANDARD,
                new EngineSettings(Duration.ofMillis(50), 20, 64, 100_000, "test"),
                RunObserver.NONE,
                Clock.systemUTC());
        engine = EmbeddedEngine.start(
                plugin,
                new FlowCompiler(operations, new CompileSettings(Duration.ofDays(1), ZoneOffset.UTC)),
                new FlowValidator(operations, OptionCheck.NONE, CronCheck.parsing(CronSchedule::parse)));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1 | "payload":[1,"b",{"c":3}],"iterationMode":"parallel" | [{"got":1},{"got":"b"},{"got":{"c":3}}]
                    2 | "payload":[1,2,3],"iterationMode":"batch","batchSize":2 | [{"got":1},{"got":2},{"got":3}]
                    3 | "payload":[1,2],"iterationMode":"serial" | [{"got":1},{"got":2}]
                    4 | "payload":{"a":1} | {"got":{"a":1}}
                    5 | "payload":[] | []
                    """)
    void theStepResolvesWithWhatTheCalledFlowsReturn(int number, String options, String expected) throws Exception {
        // the child's sleep is longer than what keeps a thread, so that each call crosses a timer job
        deploy(
                CHILD,
                "operation",
                "\"return\":\"out\"",
                """
                {"id":"%1$s1","key":"nap","type":"sleep","options":{"milliseconds":100},"resolve":"%1$s2"},
                {"id":"%1$s2","key":"out","type":"transform","options":{"json":{"got":"{{ $trigger }}"}}}
                """);
        RunDetails run = runDurably(number, options);

        assertThat(run.data().get("call")).isEqualTo(Json.parse(expected));
        assertThat(run.run().status()).isEqualTo(RunStatus.RESOLVED);
        assertThat(run.steps().get(0).path("status").asText()).isEqualTo("resolve");
    }

    @Test
    void aCalledFlowThatRejectsDoesNotRejectTheCaller() {
        deploy(
                CHILD,
                "operation",
                "\"return\":\"out.code\"",
                """
                {"id":"%1$s1","key":"out","type":"throw-error","options":{"code":"no","status":400,"message":"m"}}
                """);
        assertThat(runDurably(6, "\"payload\":1").data().get("call").asText()).isEqualTo("NO");
    }

    @Test
    void aReturnPathThatCannotBeReadRejectsTheCaller() {
        deploy(
                CHILD,
                "operation",
                "\"return\":\"a..b\"",
                """
                {"id":"%1$s1","key":"out","type":"transform","options":{"json":1}}
                """);
        RunDetails run = runDurably(7, "\"payload\":1");

        assertThat(run.run().status()).isEqualTo(RunStatus.REJECTED);
        assertThat(run.data().path("call").path("name").asText()).isEqualTo("SyntaxError");
    }

    @Test
    void childrenAreLinkedToTheirCaller() {
        deploy(
                CHILD,
                "operation",
                "\"return\":\"$last\"",
                """
                {"id":"%1$s1","key":"out","type":"transform","options":{"json":1}}
                """);
        String parent = runDurably(8, "\"payload\":[1,2]").run().id();

        assertThat(engine.flows().history().list(new RunFilter(CHILD, null, null, null), 0, 2))
                .extracting(RunSummary::parent)
                .containsExactly(parent, parent);
    }

    private static RunDetails runDurably(int number, String options) {
        String id = PARENT.formatted(number);
        deploy(
                id,
                "webhook",
                "\"async\":true",
                """
                {"id":"%%1$s1","key":"call","type":"trigger","options":{"flow":"%s",%s}}
                """
                        .formatted(CHILD, options));
        String run = engine.flows()
                .runs()
                .start(engine.flows().runs().find(id).orElseThrow(), NullNode.getInstance(), NullNode.getInstance())
                .orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(() -> details(run).run().status() != RunStatus.RUNNING);
        return details(run);
    }

    private static RunDetails details(String run) {
        return engine.flows().history().find(run).orElseThrow();
    }

    private static void deploy(String id, String trigger, String options, String operations) {
        JsonNode flow = json(
                """
                {"id":"%1$s","name":"n","status":"active","trigger":"%2$s","options":{%3$s},
                 "operation":"%1$s1","operations":[%4$s]}
                """
                        .formatted(id, trigger, options, operations.formatted(id)));
        assertThat(engine.flows()
                        .deployments()
                        .deploy(new FlowReader().read(flow).flows()))
                .noneMatch(FlowDeployments.Deployed::isRefused);
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
