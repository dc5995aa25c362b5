package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camundaflows.flow.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A deployed flow as the parse listener read it from its process.
 *
 * @param flow the flow without its operations
 */
record FlowDefinition(Flow flow) {

    private static final String PROPERTY = "camunda-flows";

    /** The flow of a process definition, or null when it is none of ours. */
    static @Nullable FlowDefinition of(ProcessDefinitionEntity definition) {
        return (FlowDefinition) definition.getProperty(PROPERTY);
    }

    void attach(ProcessDefinitionEntity definition) {
        definition.setProperty(PROPERTY, this);
    }

    /** How runs that nobody waits for are kept: durable unless the flow asks for {@code direct}. */
    RunMode mode(RunMode usual) {
        JsonNode durability = flow.options().path("durability");
        return switch (durability.asText()) {
            case "durable" -> RunMode.DURABLE;
            case "direct" -> RunMode.DIRECT;
            default -> usual;
        };
    }
}
