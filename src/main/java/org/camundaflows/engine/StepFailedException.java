package org.camundaflows.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camundaflows.flow.Flow;

/**
 * A technical failure of a step; in a durable run the engine makes an incident of it. It has the stack trace of its cause
 * but not the cause itself: the engine keeps all of it in the history, and the words of a cause may hold secrets.
 */
final class StepFailedException extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    private final boolean interruption;

    /** @param reason what the cause says, without secrets */
    StepFailedException(Flow flow, StepDefinition step, String reason, Throwable cause) {
        super("Flow \"" + flow.name() + "\" (" + flow.id() + "), operation \"" + step.key() + "\": " + reason);
        this.interruption = cause instanceof InterruptedException || cause instanceof Interruption;
        setStackTrace(cause.getStackTrace());
    }

    /** Whether the step failed because the node stops. */
    boolean isInterruption() {
        return interruption;
    }
}
