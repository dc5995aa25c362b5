package org.camundaflows.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.jspecify.annotations.Nullable;

/** Reads one process as a flow. */
final class ProcessReader {

    private final OperationFields fields;
    private final BpmnElement definitions;
    private final BpmnElement process;
    private final DrawnShapes shapes;
    private final String flowId;
    private final Map<String, BpmnElement> elements = new LinkedHashMap<>();
    private final Map<String, JsonNode> operationIds = new LinkedHashMap<>();
    private final Map<String, BpmnElement> boundaries = new LinkedHashMap<>();
    private final Map<String, BpmnElement> next = new LinkedHashMap<>();

    /** @throws DecompileException if the process goes beyond a flow */
    ProcessReader(OperationFields fields, BpmnElement definitions, BpmnElement process, DrawnShapes shapes) {
        FlowSubset.check(process);
        this.fields = fields;
        this.definitions = definitions;
        this.process = process;
        this.shapes = shapes;
        this.flowId = FlowFields.decode(process.properties(), Map.of(), null, List.of())
                .id();
        for (BpmnElement element : process.children()) {
            elements.put(element.id(), element);
        }
        process.children("serviceTask").forEach(task -> operationIds.put(task.id(), fields.id(task.fields(), flowId)));
        process.children("boundaryEvent").forEach(this::attach);
        process.children("sequenceFlow").forEach(this::connect);
    }

    Flow flow() {
        BpmnElement start = start();
        List<FlowOperation> operations = new ArrayList<>();
        for (BpmnElement task : process.children("serviceTask")) {
            BpmnElement boundary = boundaries.get(task.id());
            JsonNode reject = boundary == null ? NullNode.getInstance() : target(boundary);
            operations.add(fields.decode(task.fields(), flowId, target(task), reject));
        }
        JsonNode entry = target(start);
        ElementTexts head = process.properties();
        return FlowFields.decode(
                head,
                Schedule.trigger(start),
                entry.isNull() ? null : entry.asText(),
                shapes.placed(operations, process.children("serviceTask"), head));
    }

    private BpmnElement start() {
        List<BpmnElement> starts = process.children("startEvent");
        if (starts.size() != 1) {
            throw process.refuse("has " + starts.size() + " start events; a flow has one.");
        }
        return starts.get(0);
    }

    private void attach(BpmnElement boundary) {
        String host = boundary.attribute("attachedToRef");
        if (!operationIds.containsKey(host)) {
            throw boundary.refuse("is on the border of no service task.");
        }
        if (boundaries.put(host, boundary) != null) {
            throw boundary.refuse("is the second error event of its task; an operation has one reject path.");
        }
        String error = boundary.children("errorEventDefinition").get(0).attribute("errorRef");
        for (BpmnElement declared : definitions.children("error")) {
            if (declared.id().equals(error) && !declared.attribute("errorCode").equals(FlowBpmn.REJECT_CODE)) {
                throw boundary.refuse("waits for another error than \"" + FlowBpmn.REJECT_CODE
                        + "\", which is the only one operations raise.");
            }
        }
    }

    private void connect(BpmnElement flow) {
        BpmnElement source = elements.get(flow.attribute("sourceRef"));
        BpmnElement target = elements.get(flow.attribute("targetRef"));
        if (source == null || target == null) {
            throw flow.refuse("does not join two elements of its process.");
        }
        if (next.put(source.id(), target) != null) {
            throw source.refuse("has more than one sequence flow out; a flow has no parallel paths.");
        }
    }

    /** The id of the operation that a sequence flow leads to; null when a run ends there. */
    private JsonNode target(BpmnElement source) {
        @Nullable BpmnElement target = next.get(source.id());
        return target == null ? NullNode.getInstance() : operationIds.getOrDefault(target.id(), NullNode.getInstance());
    }
}
