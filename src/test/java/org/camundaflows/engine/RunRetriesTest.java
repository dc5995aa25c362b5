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
import java.util.concurrent.atomic.AtomicInteger;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.security.RedactionLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A technical failure of a durable run stops it where it is, is found, and is retried by an operator. */
class RunRetriesTest {

    private static final AtomicInteger FLOWS = new AtomicInteger();

    private static FailingFirst failing;
    private static EmbeddedEngine engine;

    private final String flow = "aaaaaaaa-0000-4000-8000-00000000000" + FLOWS.incrementAndGet();

    @BeforeAll
    static void start() {
        failing = new FailingFirst();
        engine = start(failing);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void deploy() {
        failing.calls.set(0);
        engine.flows()
                .deployments()
                .deploy(new FlowReader()
                        .read(
                                """
                                        {"id":"%1$s","name":"Payments","status":"active","accountability":"all",
                                         "trigger":"webhook","options":{"async":true},"operation":"%1$s1",
                                         "operations":[
                                         {"id":"%1$s1","key":"first","type":"failing","options":{},"resolve":"%1$s2"},
                                         {"id":"%1$s2","key":"second","type":"failing","options":{}}]}
                                        """
                                        .formatted(flow))
                        .flows());
    }

    @Test
    void aFailedRunIsFoundByItsStatusAndSaysWhatFailed() throws Exception {
        failing.failures.set(1);
        String run = startRun();
        awaitStatus(run, RunStatus.FAILED);

        assertThat(list(RunStatus.FAILED)).extracting(RunSummary::id).containsExactly(run);
        assertThat(list(RunStatus.FAILED)).extracting(RunSummary::incidents).containsExactly(1L);
        assertThat(engine.flows().history().count(filter(RunStatus.FAILED))).isEqualTo(1);
        assertThat(list(RunStatus.RUNNING)).isEmpty();
        JsonNode incident = details(run).incidents().get(0);
        assertThat(incident.path("flow").asText()).isEqualTo(flow);
        assertThat(incident.path("operation").asText()).isEqualTo(flow + "2");
        assertThat(incident.path("key").asText()).isEqualTo("second");
        assertThat(incident.path("message").asText())
                .contains("\"Payments\"")
                .contains(flow)
                .contains("\"second\"")
                .contains("disk full")
                .contains("--redacted:SECRET--")
                .doesNotContain("s3cr3t-value");
    }

    @Test
    void aRetriedRunGoesOnWhereItFailed() {
        failing.failures.set(1);
        String run = startRun();
        awaitStatus(run, RunStatus.FAILED);

        assertThat(engine.flows().retries().retry(run)).isEqualTo(1);

        awaitStatus(run, RunStatus.RESOLVED);
        RunDetails details = details(run);
        assertThat(details.incidents()).isEmpty();
        assertThat(details.steps().findValuesAsText("key")).containsExactly("first", "second");
        assertThat(details.steps().findValuesAsText("attempt")).containsExactly("1", "2");
        assertThat(list(RunStatus.FAILED)).isEmpty();
        assertThat(failing.calls).hasValue(3);
    }

    @Test
    void aRunThatFailsAgainIsFailedAgainAndCountsItsAttempts() {
        failing.failures.set(2);
        String run = startRun();
        awaitStatus(run, RunStatus.FAILED);
        engine.flows().retries().retry(run);
        await().until(() -> failing.failures.get() == 0);
        awaitStatus(run, RunStatus.FAILED);

        assertThat(engine.flows().retries().retry(run)).isEqualTo(1);

        awaitStatus(run, RunStatus.RESOLVED);
        assertThat(details(run).steps().get(1).path("attempt").asInt()).isEqualTo(3);
    }

    @Test
    void nothingIsRetriedWhereNothingFailed() {
        String run = startRun();
        awaitStatus(run, RunStatus.RESOLVED);

        assertThat(engine.flows().retries().retry(run)).isZero();
        assertThat(engine.flows().retries().retry("no such run")).isZero();
        assertThat(engine.flows().history().list(filter(null), 0, 10)).hasSize(1);
    }

    private String startRun() {
        return engine.flows()
                .runs()
                .start(engine.flows().runs().find(flow).orElseThrow(), NullNode.getInstance(), NullNode.getInstance())
                .orElseThrow();
    }

    private void awaitStatus(String run, RunStatus status) {
        await().atMost(Duration.ofSeconds(30)).until(() -> details(run).run().status() == status);
    }

    private RunDetails details(String run) {
        return engine.flows().history().find(run).orElseThrow();
    }

    private List<RunSummary> list(RunStatus status) {
        return engine.flows().history().list(filter(status), 0, 10);
    }

    private RunFilter filter(RunStatus status) {
        return new RunFilter(flow, status, null, null);
    }

    private static EmbeddedEngine start(Operation operation) {
        OperationRegistry operations = new OperationRegistry(List.of(operation));
        FlowEnginePlugin plugin = new FlowEnginePlugin(
                operations,
                new FlowEnvironment(
                        Map.of("SECRET", Json.mapper().getNodeFactory().textNode("s3cr3t-value"))),
                RedactionLevel.STANDARD,
                new EngineSettings(Duration.ZERO, 20, 64, 100_000, "test"),
                RunObserver.NONE,
                Clock.systemUTC());
        return EmbeddedEngine.start(
                plugin,
                new FlowCompiler(operations, new CompileSettings(Duration.ofDays(1), ZoneOffset.UTC)),
                new FlowValidator(operations, OptionCheck.NONE, CronCheck.parsing(CronSchedule::parse)));
    }

    /** Fails technically, as often as told, in the step called second. */
    private static final class FailingFirst implements Operation {

        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public OperationType type() {
            return new OperationType("failing", "Failing", "bolt", "Fails", true, List.of());
        }

        @Override
        public Result run(Options options, OperationContext context) {
            calls.incrementAndGet();
            boolean fails = context.key().equals("second") && failures.get() > 0;
            if (fails) {
                failures.decrementAndGet();
                return new Result.Failed(new IllegalStateException("disk full, says s3cr3t-value"));
            }
            return Result.nothing();
        }
    }
}
