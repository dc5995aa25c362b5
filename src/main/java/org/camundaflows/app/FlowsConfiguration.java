package org.camundaflows.app;

import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camundaflows.app.engine.NodeIdentity;
import org.camundaflows.app.observe.JoinedObserver;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.engine.FlowEngine;
import org.camundaflows.engine.FlowEnginePlugin;
import org.camundaflows.engine.FlowEnvironment;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.engine.RunHistory;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.rest.FlowTriggerController;
import org.camundaflows.rest.RunController;
import org.camundaflows.rest.UnexpectedErrors;
import org.camundaflows.security.Accounts;
import org.camundaflows.trigger.HttpTriggers;
import org.camundaflows.trigger.ManualRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Flows on the engine, and the ways in. */
@Configuration(proxyBeanMethods = false)
class FlowsConfiguration {

    @Bean
    FlowEnginePlugin flowEnginePlugin(
            OperationRegistry operations,
            FlowEnvironment environment,
            FlowsProperties settings,
            NodeIdentity node,
            ObjectProvider<RunObserver> observers,
            Clock clock) {
        RunObserver observer = new JoinedObserver(observers.orderedStream().toList());
        return EnginePlugins.create(operations, environment, settings, node.shortId(), observer, clock);
    }

    @Bean
    SmartInitializingSingleton scriptsReady(ScriptWarmUp scripts) {
        return scripts::start;
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
    HttpTriggers httpTriggers(FlowRuns runs, FlowsProperties settings, ManualRules manual) {
        return new HttpTriggers(runs, settings.runs().syncWait(), manual);
    }

    @Bean
    FlowTriggerController flowTriggerController(HttpTriggers triggers, Accounts accounts, FlowsProperties settings) {
        return new FlowTriggerController(triggers, accounts, settings.bodyLimit());
    }

    @Bean
    UnexpectedErrors unexpectedErrors() {
        return new UnexpectedErrors();
    }

    @Bean
    RunController runController(RunHistory history, FlowEngine engine) {
        return new RunController(history, engine.retries());
    }
}
