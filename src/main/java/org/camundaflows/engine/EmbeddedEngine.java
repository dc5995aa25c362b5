package org.camundaflows.engine;

import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.flow.FlowValidator;

/** A whole engine in memory, without a server around it: for command lines and tests. */
public final class EmbeddedEngine implements AutoCloseable {

    private final ProcessEngine engine;
    private final FlowEngine flows;

    private EmbeddedEngine(ProcessEngine engine, FlowEngine flows) {
        this.engine = engine;
        this.flows = flows;
    }

    /** Starts an engine with an empty database of its own and a running job executor. */
    public static EmbeddedEngine start(FlowEnginePlugin plugin, FlowCompiler compiler, FlowValidator validator) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("flows-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
        configuration.setIdGenerator(new OrderedUuids(Clock.systemUTC()));
        configuration.setDefaultNumberOfRetries(1);
        configuration.setJobExecutor(punctualExecutor());
        configuration.setJobExecutorActivate(true);
        configuration.setDbMetricsReporterActivate(false);
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        configuration.getProcessEnginePlugins().add(plugin);
        ProcessEngine engine = configuration.buildProcessEngine();
        return new EmbeddedEngine(engine, new FlowEngine(engine, plugin, compiler, validator));
    }

    /** By default an idle executor looks for due timers once a minute; waits and schedules would end that late. */
    static JobExecutor punctualExecutor() {
        JobExecutor executor = new DefaultJobExecutor();
        executor.setWaitTimeInMillis(1000);
        executor.setMaxWait(1000);
        return executor;
    }

    public FlowEngine flows() {
        return flows;
    }

    @Override
    public void close() {
        flows.close();
        engine.close();
    }
}
