package org.camundaflows.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.Diagram.Point;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operation.Option;
import org.jspecify.annotations.Nullable;

/** An operation as the fields of its service task, and back. */
public final class OperationFields {

    /** Member of {@link FlowBpmn#MORE}: what of the operation's JSON no other place keeps. */
    private static final String RECORD = "record";

    /** Member of {@link FlowBpmn#MORE}: members the JSON leaves out, where decoding would fill them in. */
    private static final String ABSENT = "absent";

    /** Member of {@link FlowBpmn#MORE}: left and top of the task as it was drawn, to tell whether it was moved. */
    private static final String DRAWN = "drawn";

    private static final String ID = "id";
    private static final String KEY = "key";
    private static final String NAME = "name";
    private static final String TYPE = "type";
    private static final String FLOW = "flow";
    private static final String OPTIONS = "options";
    private static final List<String> LINKS = List.of("resolve", "reject");
    private static final List<String> DERIVED = List.of("resolve", "reject", FLOW);

    private final OperationRegistry operations;

    public OperationFields(OperationRegistry operations) {
        this.operations = operations;
    }

    Map<String, String> encode(FlowOperation operation, String flowId, Bounds drawn) {
        ObjectNode record = operation.json().deepCopy();
        LINKS.stream().filter(link -> !record.path(link).isNumber()).forEach(record::remove);
        removeDerived(record, operation, flowId);
        Map<String, String> fields = new LinkedHashMap<>();
        FieldCodec.move(record, TYPE, FlowBpmn.TYPE, fields);
        FieldCodec.move(record, KEY, FlowBpmn.KEY, fields);
        FieldCodec.move(record, ID, FlowBpmn.ID, fields);
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        if (!record.isEmpty()) {
            more.set(RECORD, record);
        }
        DERIVED.stream().filter(member -> !operation.json().has(member)).forEach(member -> more.withArray(ABSENT)
                .add(member));
        more.putArray(DRAWN).add(drawn.x()).add(drawn.y());
        fields.putAll(FieldCodec.encode(operation.options(), options(operation.type()), more));
        return fields;
    }

    /** Removes what decoding finds in the name of the task, in the options' fields and in the process. */
    private static void removeDerived(ObjectNode record, FlowOperation operation, String flowId) {
        String label = FlowGraph.label(operation);
        FlowOperation nameless = new FlowOperation(operation.json().deepCopy().without(NAME));
        if (record.path(NAME).isTextual()
                && label.equals(operation.name())
                && !label.equals(FlowGraph.label(nameless))) {
            record.remove(NAME);
        }
        if (record.path(FLOW).isTextual() && record.path(FLOW).textValue().equals(flowId)) {
            record.remove(FLOW);
        }
        if (!operation.options().isEmpty()) {
            record.remove(OPTIONS);
        }
    }

    /**
     * The operation that a task describes. A task that names no operation, or that is the copy of another operation's, is
     * an operation of its own, with an id from those of flow and task.
     *
     * @param task with its fields
     * @param resolve id of the operation on the success path, or NullNode
     * @param reject id of the operation on the failure path, or NullNode
     */
    public FlowOperation decode(ElementTexts task, String flowId, JsonNode resolve, JsonNode reject) {
        ObjectNode more = FieldCodec.more(task.texts());
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(FLOW, flowId);
        if (more.get(RECORD) instanceof ObjectNode record) {
            json.setAll(record);
        }
        json.set(ID, id(task, flowId));
        decode(json, KEY, task.text(FlowBpmn.KEY));
        decode(json, TYPE, task.text(FlowBpmn.TYPE));
        link(json, "resolve", resolve);
        link(json, "reject", reject);
        ObjectNode options = FieldCodec.decode(
                task.without(FlowBpmn.ID, FlowBpmn.KEY, FlowBpmn.TYPE),
                options(json.path(TYPE).asText()));
        if (!options.isEmpty()) {
            json.set(OPTIONS, options);
        }
        if (task.name() != null && !task.name().equals(FlowGraph.label(new FlowOperation(json)))) {
            json.put(NAME, task.name());
        }
        more.path(ABSENT).forEach(member -> removeAbsent(json, member.asText(), flowId));
        return new FlowOperation(json);
    }

    /** The id of the operation that a task describes. */
    JsonNode id(ElementTexts task, String flowId) {
        String text = task.text(FlowBpmn.ID);
        JsonNode id = text.isEmpty()
                ? FieldCodec.more(task.texts()).path(RECORD).path(ID)
                : JsonNodeFactory.instance.textNode(text);
        return BpmnIds.task(id.asText()).equals(task.id())
                ? id
                : JsonNodeFactory.instance.textNode(BpmnIds.operationId(flowId, task.id()));
    }

    /** Where the compiler drew a task; null when another drew it. */
    static @Nullable Point drawn(Map<String, String> fields) {
        JsonNode drawn = FieldCodec.more(fields).path(DRAWN);
        return drawn.size() == 2
                ? new Point(drawn.path(0).asInt(), drawn.path(1).asInt())
                : null;
    }

    /** What of the operation types shapes the BPMN of a flow. */
    String signature(Flow flow) {
        return flow.operations().stream()
                .map(FlowOperation::type)
                .distinct()
                .sorted()
                .map(type -> type + options(type))
                .collect(Collectors.joining("\n"));
    }

    private List<Option> options(String type) {
        return operations.find(type).map(Operation::type).map(t -> t.options()).orElse(List.of());
    }

    private static void decode(ObjectNode json, String member, String text) {
        if (!text.isEmpty()) {
            json.put(member, text);
        }
    }

    /** A kept link is a number; it stays as long as it says what the diagram says. */
    private static void link(ObjectNode json, String member, JsonNode drawn) {
        if (drawn.isNull() || !json.path(member).asText().equals(drawn.asText())) {
            json.set(member, drawn);
        }
    }

    private static void removeAbsent(ObjectNode json, String member, String flowId) {
        if (json.path(member).isNull()
                || (member.equals(FLOW) && json.path(FLOW).asText().equals(flowId))) {
            json.remove(member);
        }
    }
}
