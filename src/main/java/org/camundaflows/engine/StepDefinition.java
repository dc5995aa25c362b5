package org.camundaflows.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.operation.Operation;
import org.camundaflows.template.Template;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a deployed flow, prepared once per deployed definition.
 *
 * @param operation null when its type is not registered
 * @param template the options, compiled
 */
record StepDefinition(
        String id, String key, String type, ObjectNode options, Template template, @Nullable Operation operation) {

    static StepDefinition of(FlowOperation step, @Nullable Operation operation) {
        ObjectNode options = step.options();
        return new StepDefinition(step.id(), step.key(), step.type(), options, Template.compile(options), operation);
    }

    boolean hasEffects() {
        return operation != null && operation.type().effects();
    }
}
