package org.camundaflows.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camundaflows.json.Json;
import org.camundaflows.json.TaggedJson;
import org.camundaflows.security.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the engine's history: what it lets through of a flow is what the flow's {@code accountability} allows,
 * with secrets redacted (specification: audit, sections 1 and 4). Other processes are left alone.
 */
final class FlowHistoryHandler implements HistoryEventHandler {

    private final HistoryEventHandler next;
    private final FlowServices services;

    FlowHistoryHandler(HistoryEventHandler next, FlowServices services) {
        this.next = next;
        this.services = services;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (admit(event)) {
            next.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        List<HistoryEvent> admitted = new ArrayList<>(events.size());
        for (HistoryEvent event : events) {
            if (admit(event)) {
                admitted.add(event);
            }
        }
        next.handleEvents(admitted);
    }

    private boolean admit(HistoryEvent event) {
        FlowDefinition definition = definition(event);
        if (definition == null) {
            return true;
        }
        String accountability = definition.flow().accountability();
        if (accountability == null) {
            return false;
        }
        if (event instanceof HistoricVariableUpdateEventEntity variable) {
            return admitVariable(variable, accountability.equals("all"));
        }
        if (event instanceof HistoricProcessInstanceEventEntity instance) {
            explainEnd(instance);
        }
        return true;
    }

    private boolean admitVariable(HistoricVariableUpdateEventEntity event, boolean values) {
        String name = event.getVariableName();
        if (!ChainVariables.isRecorded(name)) {
            return false;
        }
        if (!ChainValueSerializer.NAME.equals(event.getSerializerName())) {
            return values; // set by someone else than a flow
        }
        Run run = RunSession.current().find(event.getProcessInstanceId());
        if (ChainVariables.isStep(name)) {
            ObjectNode record = (ObjectNode) read(event);
            show(event, values ? StepRecord.redact(record, redaction(run)) : StepRecord.without(record));
            return true;
        }
        if (values) {
            redact(event, run);
        }
        return values;
    }

    private void redact(HistoricVariableUpdateEventEntity event, @Nullable Run run) {
        String name = event.getVariableName();
        @Nullable JsonNode stored = run == null ? null : run.stored(name);
        JsonNode value = stored == null ? read(event) : stored;
        JsonNode shown = redaction(run).redact(name, value);
        if (isOther(shown, value) || TaggedJson.hasTags(ChainValueSerializer.read(new EventFields(event)))) {
            show(event, shown);
        }
    }

    @SuppressWarnings("ReferenceEquality") // what has no secrets is the very same value
    private static boolean isOther(JsonNode shown, JsonNode value) {
        return shown != value;
    }

    private static void show(HistoricVariableUpdateEventEntity event, JsonNode shown) {
        ChainValueSerializer.write(Json.writeAudit(shown), new EventFields(event));
    }

    private Redactor.Run redaction(@Nullable Run run) {
        Redactor redactor = services.redactor();
        return run == null ? redactor.forTrigger(MissingNode.getInstance()) : run.redaction(redactor);
    }

    /** Unknown types and failures end a run outside its end events: the reason says so. */
    private void explainEnd(HistoricProcessInstanceEventEntity event) {
        if (event.getEndTime() == null || event.getDeleteReason() != null) {
            return;
        }
        Run run = RunSession.current().find(event.getProcessInstanceId());
        if (run != null) {
            event.setDeleteReason(run.endReason());
        }
    }

    private static JsonNode read(HistoricVariableUpdateEventEntity event) {
        try {
            return TaggedJson.read(ChainValueSerializer.read(new EventFields(event)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A chain variable does not hold JSON", e);
        }
    }

    private static @Nullable FlowDefinition definition(HistoryEvent event) {
        String id = event.getProcessDefinitionId();
        return id == null
                ? null
                : FlowDefinition.of(Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(id));
    }
}
