package org.camundaflows.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operation.Option;
import org.jspecify.annotations.Nullable;

/** An operation as the fields of its service task, and back. */
public final class OperationFields {

    /** Member of {@link FieldCodec#MORE}: what of the operation's JSON no other place keeps. */
    private static final String RECORD = "record";

    /** Member of {@link FieldCodec#MORE}: members the JSON leaves out, where decoding would fill them in. */
    private static final String ABSENT = "absent";

    private static final List<String> DERIVED = List.of("resolve", "reject", "flow");

    private final OperationRegistry operations;

    public OperationFields(OperationRegistry operations) {
        this.operations = operations;
    }

    Map<String, String> encode(FlowOperation operation, String flowId) {
        Map<String, String> fields = new LinkedHashMap<>();
        ObjectNode record = operation.json().deepCopy();
        record.remove(List.of("resolve", "reject"));
        head(fields, record, FlowBpmn.TYPE, "type");
        head(fields, record, FlowBpmn.KEY, "key");
        head(fields, record, FlowBpmn.ID, "id");
        if (record.path("flow").asText().equals(flowId)) {
            record.remove("flow");
        }
        if (!operation.options().isEmpty()) {
            record.remove("options");
        }
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        if (!record.isEmpty()) {
            more.set(RECORD, record);
        }
        DERIVED.stream().filter(member -> !operation.json().has(member)).forEach(member -> more.withArray(ABSENT)
                .add(member));
        fields.putAll(FieldCodec.encode(operation.options(), options(operation.type()), more));
        return fields;
    }

    /**
     * The operation that the fields describe.
     *
     * @param resolve id of the operation on the success path, or NullNode
     * @param reject id of the operation on the failure path, or NullNode
     */
    public FlowOperation decode(Map<String, String> fields, String flowId, JsonNode resolve, JsonNode reject) {
        ObjectNode more = FieldCodec.more(fields);
        Map<String, String> texts = new LinkedHashMap<>(fields);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        name(json, "id", texts.remove(FlowBpmn.ID));
        name(json, "key", texts.remove(FlowBpmn.KEY));
        name(json, "type", texts.remove(FlowBpmn.TYPE));
        json.set("resolve", resolve);
        json.set("reject", reject);
        json.put("flow", flowId);
        if (more.get(RECORD) instanceof ObjectNode record) {
            json.setAll(record);
        }
        ObjectNode options = FieldCodec.decode(texts, options(json.path("type").asText()));
        if (!options.isEmpty()) {
            json.set("options", options);
        }
        more.path(ABSENT).forEach(member -> {
            if (json.path(member.asText()).isNull() || member.asText().equals("flow")) {
                json.remove(member.asText());
            }
        });
        return new FlowOperation(json);
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

    private static void head(Map<String, String> fields, ObjectNode record, String field, String member) {
        String text = record.path(member).isTextual() ? record.path(member).textValue() : "";
        boolean representable = !text.isEmpty() && XmlText.isXml(text);
        fields.put(field, representable ? text : "");
        if (representable) {
            record.remove(member);
        }
    }

    private static void name(ObjectNode json, String member, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            json.put(member, text);
        }
    }
}
