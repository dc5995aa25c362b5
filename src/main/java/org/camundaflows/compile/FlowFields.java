package org.camundaflows.compile;

import static org.camundaflows.operation.Option.Kind.LONG_TEXT;
import static org.camundaflows.operation.Option.Kind.TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.flow.TriggerOptions;
import org.camundaflows.operation.Option;
import org.jspecify.annotations.Nullable;

/** A flow's own members as properties of the process and of its start event, and back. */
public final class FlowFields {

    /** Member of {@link FlowBpmn#MORE}: the drawing does not show the operations where the author put them. */
    static final String ARRANGED = "arranged";

    /** Member of {@link FlowBpmn#MORE}: options that say nothing, as they were written. */
    private static final String EMPTY = "empty";

    private static final List<Option> MEMBERS = List.of(
            Option.of("status", "Status", TEXT, "Only an active flow runs.")
                    .withDefault("active")
                    .withChoices("active", "inactive"),
            Option.of("accountability", "Accountability", TEXT, "all: keep runs with their values; activity: without.")
                    .withDefault("all")
                    .withChoices("all", "activity"),
            Option.of("description", "Description", LONG_TEXT, "What the flow is for."),
            Option.of("icon", "Icon", TEXT, "Name of a Material icon."),
            Option.of("color", "Color", TEXT, "As #RRGGBB."));

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String TRIGGER = "trigger";
    private static final String OPTIONS = "options";
    private static final String OPERATION = "operation";

    private FlowFields() {}

    /** The members of a flow that are properties of its process, each always written. */
    public static List<Option> members() {
        return MEMBERS;
    }

    /** The name of the process; empty when the flow's name has nothing to show. */
    static String processName(Flow flow) {
        return XmlText.label(flow.name());
    }

    /** Properties of the process: everything but the name it shows, the trigger and the trigger's options. */
    static Map<String, String> encodeFlow(Flow flow, boolean arranged) {
        ObjectNode members = flow.json().deepCopy();
        members.remove(List.of(TRIGGER, OPTIONS));
        removeText(members, NAME, processName(flow));
        flow.entry().ifPresent(entry -> removeText(members, OPERATION, entry.id()));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(FlowBpmn.FORMAT, ProcessFormat.CURRENT);
        FieldCodec.move(members, ID, FlowBpmn.ID, texts);
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        if (arranged) {
            more.put(ARRANGED, true);
        }
        texts.putAll(FieldCodec.encode(members, MEMBERS, more));
        return texts;
    }

    /** Properties of the start event: the trigger and its options. */
    static Map<String, String> encodeTrigger(Flow flow) {
        Map<String, String> texts = new LinkedHashMap<>();
        ObjectNode more = flow.json().deepCopy().retain(TRIGGER);
        FieldCodec.move(more, TRIGGER, FlowBpmn.TRIGGER, texts);
        if (flow.options().isEmpty() && flow.json().has(OPTIONS)) {
            more.set(EMPTY, flow.json().get(OPTIONS));
        }
        texts.putAll(FieldCodec.encode(flow.options(), options(flow.trigger()), more));
        return texts;
    }

    /**
     * The flow that a process and its start event describe. A process that names no flow, or that is the copy of another
     * flow's, is a flow of its own, with an id from its key.
     *
     * @param process with its properties
     * @param trigger properties of the start event
     * @param entry id of the operation behind the start event, or null
     * @throws DecompileException if a newer version wrote the process
     */
    public static Flow decode(
            ElementTexts process, Map<String, String> trigger, @Nullable String entry, List<FlowOperation> operations) {
        ProcessFormat.check(process);
        ObjectNode json = FieldCodec.decode(process.without(FlowBpmn.FORMAT, FlowBpmn.ID), MEMBERS);
        decodeId(json, process);
        Flow kept = new Flow(json, List.of());
        if (process.name() != null && !process.name().equals(processName(kept))) {
            json.put(NAME, process.name());
        }
        decodeTrigger(json, new ElementTexts("", null, trigger));
        if (entry != null && !json.path(OPERATION).asText().equals(entry)) {
            json.put(OPERATION, entry);
        }
        return new Flow(json, operations);
    }

    private static void decodeId(ObjectNode json, ElementTexts process) {
        String id = process.text(FlowBpmn.ID);
        if (!id.isEmpty()) {
            json.put(ID, id);
        }
        if (!BpmnIds.process(json.path(ID).asText()).equals(process.id())) {
            json.put(ID, BpmnIds.flowId(process.id()));
        }
    }

    private static void decodeTrigger(ObjectNode json, ElementTexts start) {
        ObjectNode more = FieldCodec.more(start.texts());
        String kind = start.text(FlowBpmn.TRIGGER);
        JsonNode trigger = kind.isEmpty() ? more.get(TRIGGER) : json.textNode(kind);
        if (trigger != null) {
            json.set(TRIGGER, trigger);
        }
        ObjectNode options = FieldCodec.decode(start.without(FlowBpmn.TRIGGER), options(kind));
        if (!options.isEmpty()) {
            json.set(OPTIONS, options);
        } else if (more.has(EMPTY)) {
            json.set(OPTIONS, more.get(EMPTY));
        }
    }

    private static List<Option> options(@Nullable String trigger) {
        return TriggerOptions.of(trigger).orElse(List.of());
    }

    private static void removeText(ObjectNode members, String member, String text) {
        if (members.path(member).isTextual() && members.path(member).textValue().equals(text) && !text.isEmpty()) {
            members.remove(member);
        }
    }
}
