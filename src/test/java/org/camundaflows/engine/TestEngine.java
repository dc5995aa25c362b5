package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.camundaflows.FlowSketch;
import org.camundaflows.compile.BpmnIds;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operations.control.ConditionOperation;
import org.camundaflows.operations.control.SleepOperation;
import org.camundaflows.operations.control.ThrowErrorOperation;
import org.camundaflows.operations.control.TriggerOperation;
import org.camundaflows.operations.log.LogOperation;
import org.camundaflows.operations.transform.TransformOperation;
import org.camundaflows.security.RedactionLevel;

/** An engine with flows on a database that the test chooses. */
final class TestEngine implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Waits up to this long keep their thread. */
    static final Duration SHORT = Duration.ofMillis(500);

    private ProcessEngine engine;
    private FlowEngine flows;

    private TestEngine(ProcessEngine engine, FlowEngine flows) {
        this.engine = engine;
        this.flows = flows;
    }

    static String inMemory() {
        return "jdbc:h2:mem:" + UUID.randomUUID();
    }

    static TestEngine start(Probe... probes) {
        return start(inMemory(), "audit", probes);
    }

    static TestEngine start(String url, String history, Probe... probes) {
        OperationRegistry operations = operations(probes);
        FlowEnginePlugin plugin = new FlowEnginePlugin(
                operations,
                new FlowEnvironment(Map.of()),
                RedactionLevel.STANDARD,
                new EngineSettings(SHORT, 20, 64, 100_000, "here"),
                RunObserver.NONE,
                Clock.systemUTC());
        ProcessEngine engine = configuration(url, history, plugin).buildProcessEngine();
        return new TestEngine(
                engine,
                new FlowEngine(
                        engine,
                        plugin,
                        new FlowCompiler(operations, new CompileSettings(Duration.ofDays(180), ZoneOffset.UTC)),
                        new FlowValidator(operations, OptionCheck.NONE, CronCheck.parsing(CronSchedule::parse))));
    }

    private static OperationRegistry operations(Probe... probes) {
        List<org.camundaflows.operation.Operation> all = new java.util.ArrayList<>(List.of(
                new ConditionOperation(Clock.systemUTC(), ZoneOffset.UTC, false),
                new SleepOperation(),
                new ThrowErrorOperation(),
                new TriggerOperation(),
                new LogOperation(),
                new TransformOperation()));
        all.addAll(List.of(probes));
        return new OperationRegistry(all);
    }

    private static ProcessEngineConfigurationImpl configuration(String url, String history, FlowEnginePlugin plugin) {
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("test-" + UUID.randomUUID());
        configuration.setJdbcUrl(url);
        configuration.setJdbcUsername("sa");
        configuration.setJdbcMaxActiveConnections(32);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(history);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setDefaultNumberOfRetries(1);
        configuration.setJobExecutor(EmbeddedEngine.punctualExecutor());
        configuration.setJobExecutorActivate(true);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        configuration.getProcessEnginePlugins().add(plugin);
        return configuration;
    }

    ProcessEngine engine() {
        return engine;
    }

    FlowEngine flows() {
        return flows;
    }

    FlowDeployments.Deployed deploy(FlowSketch sketch) {
        return flows.deployments().deploy(List.of(sketch.flow())).get(0);
    }

    DeployedFlow find(FlowSketch sketch) {
        return flows.runs().find(sketch.id()).orElseThrow();
    }

    /** Deploys and runs a flow; waits for its end. */
    Outcome run(FlowSketch sketch, String trigger) {
        deploy(sketch);
        return run(find(sketch), FlowSketch.parse(trigger), PATIENCE);
    }

    Outcome run(FlowSketch sketch) {
        return run(sketch, "{}");
    }

    Outcome run(DeployedFlow flow, JsonNode trigger, Duration bound) {
        return flows.runs().run(flow, trigger, NullNode.getInstance(), bound);
    }

    /** Deploys and starts a flow that nobody waits for. */
    String start(FlowSketch sketch, String trigger) {
        deploy(sketch);
        return flows.runs()
                .start(find(sketch), FlowSketch.parse(trigger), NullNode.getInstance())
                .orElseThrow();
    }

    /** The latest runs of all flows. */
    List<RunSummary> runs() {
        return flows.history().list(new RunFilter(null, null, null, null), 0, 1000);
    }

    /** Deploys a process that is no flow and runs it. */
    void runForeignProcess(String key) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey(key);
    }

    /** Jobs stay where they are from now on. */
    void stopJobs() {
        configuration().getJobExecutor().shutdown();
    }

    long jobs(String runId) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(runId)
                .count();
    }

    /** Runs the only job of the run now, whenever it is due. */
    void executeJob(String runId) {
        var management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(runId)
                .singleResult()
                .getId());
    }

    /** The process definition key of a flow. */
    String key(FlowSketch flow) {
        return BpmnIds.process(flow.id());
    }

    /** Lets a failed job of the run try once more. */
    void retry(String runId) {
        var management = engine.getManagementService();
        management.setJobRetries(
                management
                        .createJobQuery()
                        .processInstanceId(runId)
                        .noRetriesLeft()
                        .singleResult()
                        .getId(),
                1);
    }

    ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    RunDetails details(String runId) {
        return flows.history().find(runId).orElseThrow();
    }

    /** The record of a run once it has ended. */
    RunDetails ended(String runId) {
        await(() -> details(runId).run().end() != null);
        return details(runId);
    }

    void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    @Override
    public void close() {
        flows.close();
        engine.close();
        flows = null; // test classes keep their engines in static fields
        engine = null;
    }
}
