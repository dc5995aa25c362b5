package org.camundaflows.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camundaflows.flow.Flow;

/** Notices that a run has started, whoever started it. */
final class RunStartListener implements ExecutionListener {

    private final Flow flow;
    private final RunObserver observer;

    RunStartListener(Flow flow, RunObserver observer) {
        this.flow = flow;
        this.observer = observer;
    }

    @Override
    public void notify(DelegateExecution execution) {
        observer.runStarted(flow, execution.getProcessInstanceId());
    }
}
