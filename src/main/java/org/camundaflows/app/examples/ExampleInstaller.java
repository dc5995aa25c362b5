package org.camundaflows.app.examples;

import java.util.List;
import org.camundaflows.authoring.FlowStore;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.flow.Flow;
import org.camundaflows.store.items.Session;

/** Deploys examples that are not there yet. A flow that was deployed before stays as it is, changed or not. */
final class ExampleInstaller {

    private final FlowRuns runs;
    private final FlowStore store;

    ExampleInstaller(FlowRuns runs, FlowStore store) {
        this.runs = runs;
        this.store = store;
    }

    void install(List<Example> examples) {
        List<Flow> missing = examples.stream()
                .map(Example::flow)
                .filter(flow -> runs.find(flow.id()).isEmpty())
                .toList();
        store.save(missing, Session.SYSTEM);
    }
}
