package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.operation.DataChain;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.RunLog;

/** The context of one step. */
record StepContext(FlowServices services, Run run, StepDefinition step) implements OperationContext {

    @Override
    public DataChain chain() {
        return run;
    }

    @Override
    public JsonNode accountability() {
        return run.accountability();
    }

    @Override
    public String flowId() {
        return run.flow().id();
    }

    @Override
    public String key() {
        return step.key();
    }

    @Override
    public String runId() {
        return run.id();
    }

    @Override
    public ObjectNode env() {
        return services.environment().values();
    }

    @Override
    public RunLog log() {
        return FlowLog.INSTANCE;
    }
}
