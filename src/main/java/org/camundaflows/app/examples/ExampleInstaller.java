package org.camundaflows.app.examples;

import java.util.List;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.flow.Flow;

/** Deploys examples that are not there yet. A flow that was deployed before stays as it is, changed or not. */
final class ExampleInstaller {

    private final FlowRuns runs;
    private final FlowDeployments deployments;

    ExampleInstaller(FlowRuns runs, FlowDeployments deployments) {
        this.runs = runs;
        this.deployments = deployments;
    }

    void install(List<Example> examples) {
        List<Flow> missing = examples.stream()
                .map(Example::flow)
                .filter(flow -> runs.find(flow.id()).isEmpty())
                .toList();
        deployments.deploy(missing);
    }
}
