package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camundaflows.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a step leaves behind: its result as a variable and its record for the run log. The record costs no row of
 * its own where nothing can part it from the result: in a direct run, beside a result that no other step overwrites.
 */
final class StepWriter {

    private final StepDefinition step;
    private final FlowServices services;

    StepWriter(StepDefinition step, FlowServices services) {
        this.step = step;
        this.services = services;
    }

    void ended(ExecutionEntity execution, Run run, ObjectNode record, JsonNode value) {
        @Nullable String beside = beside(execution, run, record);
        ChainVariables.write(execution, step.key(), value, beside);
        if (beside == null) {
            ChainVariables.writeStep(execution, record);
        } else {
            run.keep(StepRecord.number(record), record);
        }
    }

    /** From now on others can see the run, and change its variables: the records of its steps leave them. */
    void waiting(ExecutionEntity execution, Run run, ObjectNode record) {
        record.put("status", StepStatus.WAITING.text());
        for (Map.Entry<Integer, ObjectNode> ended : run.takeRecords().entrySet()) {
            ChainVariables.writeEndedStep(execution, ended.getKey(), ended.getValue());
        }
        ChainVariables.writeStep(execution, record);
        ChainVariables.writeState(execution, run);
    }

    /** The record as text, redacted; null when it needs a variable of its own. */
    private @Nullable String beside(ExecutionEntity execution, Run run, ObjectNode record) {
        FlowDefinition definition = FlowDefinition.of(execution.getProcessDefinition());
        if (run.mode() == RunMode.DURABLE || definition == null || !definition.keepsRecordBesideResult(step.key())) {
            return null;
        }
        String text = Json.writeAudit(StepRecord.redact(record, run.redaction(services.redactor())));
        return ChainValueSerializer.isShort(text) ? text : null;
    }
}
