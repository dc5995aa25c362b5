package org.camundaflows.engine;

import org.camundaflows.flow.Flow;

/** Is told what runs do, in their threads; must be quick and must not throw. */
public interface RunObserver {

    RunObserver NONE = new RunObserver() {
        @Override
        public void stepEnded(Flow flow, String runId, String key, String type, StepStatus status) {}

        @Override
        public void runEnded(Flow flow, Outcome outcome) {}
    };

    /** A step has ended; its transaction may still roll back. */
    void stepEnded(Flow flow, String runId, String key, String type, StepStatus status);

    /** A run has ended and that is committed. */
    void runEnded(Flow flow, Outcome outcome);
}
