package org.camundaflows.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.flow.FlowValidator;

/** Flows on one engine: deploying, running, and what runs left behind. Close it when the engine closes. */
public final class FlowEngine implements AutoCloseable {

    private final FlowDeployments deployments;
    private final FlowRuns runs;
    private final RunHistory history;
    private final RunRetries retries;
    private final ExecutorService callThreads;
    private final FlowServices services;

    /** @param plugin the plugin the engine was built with */
    public FlowEngine(ProcessEngine engine, FlowEnginePlugin plugin, FlowCompiler compiler, FlowValidator validator) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.services = plugin.services();
        DeployedFlows flows = new DeployedFlows(configuration, services);
        this.deployments = new FlowDeployments(configuration.getRepositoryService(), flows, compiler, validator);
        this.history = new RunHistory(configuration, services);
        this.retries = new RunRetries(configuration);
        AtomicLong number = new AtomicLong();
        this.callThreads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "flow-call-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.runs = new FlowRuns(configuration, services, flows, callThreads);
        DurableCalls durable = new DurableCalls(runs, services);
        DirectCalls direct = new DirectCalls(runs, durable, services.settings().maxParallelCalls(), callThreads);
        services.callsThrough(new FlowCalls(services, runs, direct, durable));
    }

    public FlowDeployments deployments() {
        return deployments;
    }

    public FlowRuns runs() {
        return runs;
    }

    public RunHistory history() {
        return history;
    }

    public RunRetries retries() {
        return retries;
    }

    @Override
    public void close() {
        callThreads.shutdownNow();
        services.alarm().close();
        services.locks().close();
    }
}
