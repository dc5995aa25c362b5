package org.camundaflows.app;

import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.engine.EngineSettings;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.engine.FlowEngine;
import org.camundaflows.engine.FlowEnginePlugin;
import org.camundaflows.engine.FlowEnvironment;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.engine.RunHistory;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.rest.DeploymentController;
import org.camundaflows.rest.FlowTriggerController;
import org.camundaflows.rest.RunController;
import org.camundaflows.security.Accounts;
import org.camundaflows.security.RedactionLevel;
import org.camundaflows.trigger.HttpTriggers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Flows on the engine, and the ways in. */
@Configuration(proxyBeanMethods = false)
class FlowsConfiguration {

    private static final int MAX_OPTIONS_SIZE = 100_000;

    /** Each takes a thread. */
    private static final int MAX_PARALLEL_CALLS = 64;

    @Bean
    FlowEnginePlugin flowEnginePlugin(
            OperationRegistry operations, FlowEnvironment environment, FlowsProperties settings, Clock clock) {
        return new FlowEnginePlugin(
                operations,
                environment,
                RedactionLevel.STANDARD,
                new EngineSettings(
                        settings.runs().sleepInThread(),
                        settings.runs().callDepth(),
                        MAX_PARALLEL_CALLS,
                        MAX_OPTIONS_SIZE,
                        node()),
                RunObserver.NONE,
                clock);
    }

    private static String node() {
        String host = System.getenv("HOSTNAME");
        return host == null || host.isBlank() ? "local" : host;
    }

    @Bean
    FlowCompiler flowCompiler(OperationRegistry operations, FlowsProperties settings) {
        return new FlowCompiler(
                operations,
                new CompileSettings(
                        settings.history().timeToLive(), settings.schedule().zoneOrDefault()));
    }

    @Bean
    FlowValidator flowValidator(OperationRegistry operations, OptionCheck options) {
        return new FlowValidator(operations, options, CronCheck.parsing(CronSchedule::parse));
    }

    @Bean
    FlowEngine flowEngine(
            ProcessEngine engine, FlowEnginePlugin plugin, FlowCompiler compiler, FlowValidator validator) {
        return new FlowEngine(engine, plugin, compiler, validator);
    }

    @Bean
    FlowRuns flowRuns(FlowEngine engine) {
        return engine.runs();
    }

    @Bean
    FlowDeployments flowDeployments(FlowEngine engine) {
        return engine.deployments();
    }

    @Bean
    RunHistory runHistory(FlowEngine engine) {
        return engine.history();
    }

    @Bean
    HttpTriggers httpTriggers(FlowRuns runs, FlowsProperties settings) {
        return new HttpTriggers(runs, settings.runs().syncWait());
    }

    @Bean
    FlowTriggerController flowTriggerController(HttpTriggers triggers, Accounts accounts, FlowsProperties settings) {
        return new FlowTriggerController(triggers, accounts, settings.bodyLimit());
    }

    @Bean
    DeploymentController deploymentController(FlowDeployments deployments) {
        return new DeploymentController(deployments);
    }

    @Bean
    RunController runController(RunHistory history) {
        return new RunController(history);
    }
}
