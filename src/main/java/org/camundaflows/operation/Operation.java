package org.camundaflows.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A step type. One class carries its {@link #type() description} and its {@link #run handler}; element template,
 * validation and reference page follow from the description. Register it as a Spring bean, or through
 * {@link java.util.ServiceLoader} with a public constructor without parameters.
 *
 * <p>One instance serves all flows and threads. It must not keep state of a run.
 */
public interface Operation {

    /** Id, texts and options; the same object at each call. */
    OperationType type();

    /**
     * The options as the run log shows them; unless an operation says otherwise, those it runs with.
     *
     * @param options with rendered templates; must not be changed
     */
    default ObjectNode recorded(ObjectNode options) {
        return options;
    }

    /**
     * Runs one step.
     *
     * @param options the step's options, templates already rendered
     * @return how the step ended; use {@link Result#resolved} for a value, {@link Result#rejected} for the failure path
     * @throws Rejection to reject with a value from any depth
     * @throws Exception any other exception rejects with a plain error: {@code Error} and the exception's message
     */
    Result run(Options options, OperationContext context) throws Exception;
}
