package org.camundaflows.engine;

import org.camundaflows.flow.Flow;

/** Is told what runs do, in their threads; must be quick and must not throw. */
public interface RunObserver {

    RunObserver NONE = new RunObserver() {};

    /** A run has started; its transaction may still roll back. */
    default void runStarted(Flow flow, String runId) {}

    /** A step has ended; its transaction may still roll back. */
    default void stepEnded(Flow flow, EndedStep step) {}

    /** A run has ended and that is committed. */
    default void runEnded(Flow flow, Outcome outcome) {}
}
