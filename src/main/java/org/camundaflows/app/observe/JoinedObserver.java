package org.camundaflows.app.observe;

import java.util.List;
import java.util.function.Consumer;
import org.camundaflows.engine.EndedStep;
import org.camundaflows.engine.Outcome;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.flow.Flow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several observers, whatever one of them throws. */
public final class JoinedObserver implements RunObserver {

    private static final Logger LOG = LoggerFactory.getLogger(JoinedObserver.class);

    private final List<RunObserver> observers;

    public JoinedObserver(List<RunObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    @Override
    public void runStarted(Flow flow, String runId) {
        tell(observer -> observer.runStarted(flow, runId));
    }

    @Override
    public void stepEnded(Flow flow, EndedStep step) {
        tell(observer -> observer.stepEnded(flow, step));
    }

    @Override
    public void runEnded(Flow flow, Outcome outcome) {
        tell(observer -> observer.runEnded(flow, outcome));
    }

    private void tell(Consumer<RunObserver> event) {
        for (RunObserver observer : observers) {
            try {
                event.accept(observer);
            } catch (RuntimeException e) {
                LOG.warn("An observer of runs failed: {}", observer.getClass().getName(), e);
            }
        }
    }
}
