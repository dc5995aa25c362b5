package org.camundaflows.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camundaflows.flow.Flow;

/** A technical failure of a step in a durable run; the engine makes an incident of it. */
final class StepFailedException extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    StepFailedException(Flow flow, StepDefinition step, Throwable cause) {
        super("Flow \"" + flow.name() + "\" (" + flow.id() + "), operation \"" + step.key() + "\": " + cause, cause);
    }
}
