package org.camundaflows.engine;

import java.util.concurrent.CancellationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Notices that a run has ended, and tells who waits for it once that is committed. */
final class RunEndListener implements ExecutionListener {

    private final FlowServices services;

    RunEndListener(FlowServices services) {
        this.services = services;
    }

    private void ended(Run run) {
        Outcome outcome = run.outcome();
        services.observer().runEnded(run.definition().flow(), outcome);
        services.waiters().complete(outcome);
    }

    @Override
    public void notify(DelegateExecution execution) {
        Run run = services.run((ExecutionEntity) execution);
        if (execution.isCanceled()) {
            run.fail(new CancellationException("The run was cancelled"));
        }
        run.end();
        Start.Waiting waiting = run.waiting();
        if (waiting != null && run.mode() == RunMode.DURABLE) {
            DurableCalls.ended(waiting, run, ((ExecutionEntity) execution).getDeleteReason(), services.now());
        }
        RunAnswer.leave(run, services);
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> ended(run));
    }
}
