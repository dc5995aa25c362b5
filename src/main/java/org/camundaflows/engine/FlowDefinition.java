package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camundaflows.flow.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A deployed flow as the parse listener read it from its process.
 *
 * @param flow the flow without its operations
 * @param sharedKeys keys that several of its operations have
 */
record FlowDefinition(Flow flow, Set<String> sharedKeys) {

    private static final String PROPERTY = "camunda-flows";

    /** The flow of a process definition, or null when it is none of ours. */
    static @Nullable FlowDefinition of(ProcessDefinitionEntity definition) {
        return (FlowDefinition) definition.getProperty(PROPERTY);
    }

    void attach(ProcessDefinitionEntity definition) {
        definition.setProperty(PROPERTY, this);
    }

    /** Whether the result of the operation with the key is never overwritten, and kept in the history. */
    boolean keepsRecordBesideResult(String key) {
        return "all".equals(flow.accountability()) && !sharedKeys.contains(key);
    }

    /** How runs that nobody waits for are kept: durable unless the flow asks for {@code direct}. */
    static RunMode mode(Flow flow, RunMode usual) {
        JsonNode durability = flow.options().path("durability");
        return switch (durability.asText()) {
            case "durable" -> RunMode.DURABLE;
            case "direct" -> RunMode.DIRECT;
            default -> usual;
        };
    }
}
