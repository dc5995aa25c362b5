package org.camundaflows.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.camundaflows.FlowSketch;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.engine.DeployedFlow;
import org.camundaflows.engine.EngineSettings;
import org.camundaflows.engine.FlowEngine;
import org.camundaflows.engine.FlowEnginePlugin;
import org.camundaflows.engine.FlowEnvironment;
import org.camundaflows.engine.Outcome;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.security.RedactionLevel;

/** An engine with the settings of the server, in this process. */
final class BenchEngine implements AutoCloseable {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 32;

    private final HikariDataSource dataSource;
    private final ProcessEngine engine;
    private final FlowEngine flows;

    private BenchEngine(HikariDataSource dataSource, ProcessEngine engine, FlowEngine flows) {
        this.dataSource = dataSource;
        this.engine = engine;
        this.flows = flows;
    }

    /** @param beans what other processes use in expressions */
    static BenchEngine start(String url, String user, OperationRegistry operations, Map<Object, Object> beans) {
        FlowEnginePlugin plugin = new FlowEnginePlugin(
                operations,
                new FlowEnvironment(Map.of()),
                RedactionLevel.STANDARD,
                new EngineSettings(Duration.ofSeconds(5), 20, 64, 100_000, "bench"),
                RunObserver.NONE,
                Clock.systemUTC());
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(url);
        dataSource.setUsername(user);
        dataSource.setMaximumPoolSize(CONNECTIONS);
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bench-" + UUID.randomUUID());
        configuration.setDataSource(dataSource);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
        configuration.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(beans);
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        configuration.getProcessEnginePlugins().add(plugin);
        ProcessEngine engine = configuration.buildProcessEngine();
        return new BenchEngine(
                dataSource,
                engine,
                new FlowEngine(
                        engine,
                        plugin,
                        compiler(operations),
                        new FlowValidator(operations, OptionCheck.NONE, CronCheck.parsing(CronSchedule::parse))));
    }

    static FlowCompiler compiler(OperationRegistry operations) {
        return new FlowCompiler(operations, new CompileSettings(Duration.ofDays(180), ZoneOffset.UTC));
    }

    ProcessEngine engine() {
        return engine;
    }

    FlowEngine flows() {
        return flows;
    }

    /** Deploys a flow; a call runs it with the workload's trigger. */
    Load.Call flow(FlowSketch sketch) {
        flows.deployments().deploy(List.of(sketch.flow()));
        JsonNode trigger = FlowSketch.parse(Workload.TRIGGER);
        return number -> run(sketch, trigger);
    }

    private void run(FlowSketch sketch, JsonNode trigger) {
        DeployedFlow flow = flows.runs().find(sketch.id()).orElseThrow();
        Outcome outcome = flows.runs().run(flow, trigger, NullNode.getInstance(), BOUND);
        if (outcome.status() != Outcome.Status.RESOLVED) {
            throw new IllegalStateException("The run ended as " + outcome.status(), outcome.failure());
        }
    }

    @Override
    public void close() {
        flows.close();
        engine.close();
        dataSource.close();
    }
}
