package org.camundaflows.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.template.Template;

/**
 * A step as one would write it by hand with this library's operations: the same work, the same variables with the same
 * texts, the options as they ran beside them.
 */
final class HandDelegate implements JavaDelegate {

    static final String CHAIN = "chain";

    private final FlowOperation step;
    private final Template template;
    private final Operation operation;
    private final String record;

    /** @param record name of the local variable for what is kept of the step */
    HandDelegate(FlowOperation step, Operation operation, String record) {
        this.step = step;
        this.template = Template.compile(step.options());
        this.operation = operation;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) throws Exception {
        HandChain chain = (HandChain) execution.getVariable(CHAIN);
        ObjectNode kept = JsonNodeFactory.instance
                .objectNode()
                .put("operation", step.id())
                .put("key", step.key())
                .put("type", step.type())
                .put("number", chain.next(step.key(), execution.getProcessInstanceId()))
                .put("start", Instant.now().toString())
                .put("attempt", 1)
                .put("node", "bench");
        ObjectNode options = (ObjectNode) template.render(chain);
        kept.set("options", options);
        Result result = operation.run(new Options(options), chain);
        if (!(result instanceof Result.Resolved resolved)) {
            throw new BpmnError(HandWritten.REJECTED);
        }
        chain.put(resolved.value());
        execution.setVariable(step.key(), Json.write(resolved.value()));
        kept.put("status", "resolve").put("end", Instant.now().toString());
        execution.setVariableLocal(record, Json.write(kept));
    }
}
