package org.camundaflows.app;

import java.time.Clock;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.engine.EngineSettings;
import org.camundaflows.engine.FlowEnginePlugin;
import org.camundaflows.engine.FlowEnvironment;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.security.RedactionLevel;

/** Makes the engine's plugin as configured. */
final class EnginePlugins {

    private static final int MAX_OPTIONS_SIZE = 100_000;

    /** Each takes a thread. */
    private static final int MAX_PARALLEL_CALLS = 64;

    private EnginePlugins() {}

    /** @param node name of this node in the run log */
    static FlowEnginePlugin create(
            OperationRegistry operations,
            FlowEnvironment environment,
            FlowsProperties settings,
            String node,
            RunObserver observer,
            Clock clock) {
        return new FlowEnginePlugin(
                operations,
                environment,
                RedactionLevel.STANDARD,
                new EngineSettings(
                        settings.runs().sleepInThread(),
                        settings.runs().callDepth(),
                        MAX_PARALLEL_CALLS,
                        MAX_OPTIONS_SIZE,
                        node),
                observer,
                clock);
    }
}
