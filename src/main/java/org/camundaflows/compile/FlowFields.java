package org.camundaflows.compile;

import static org.camundaflows.operation.Option.Kind.TEXT;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.operation.Option;
import org.jspecify.annotations.Nullable;

/** A flow's own members as properties of the process and of its start event, and back. */
public final class FlowFields {

    private static final List<Option> MEMBERS = Stream.of(
                    "name", "status", "accountability", "description", "icon", "color")
            .map(name -> Option.of(name, name, TEXT, ""))
            .toList();

    private static final String OPERATION = "operation";

    private FlowFields() {}

    /** Properties of the process: everything but the trigger and its options. */
    static Map<String, String> encodeFlow(Flow flow) {
        ObjectNode members = flow.json().deepCopy();
        members.remove(List.of("trigger", "options"));
        if (flow.entry().isPresent()) {
            members.remove(OPERATION);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(FlowBpmn.ID, "");
        if (members.path("id").isTextual() && XmlText.isXml(flow.id())) {
            texts.put(FlowBpmn.ID, flow.id());
            members.remove("id");
        }
        texts.putAll(FieldCodec.encode(members, MEMBERS, JsonNodeFactory.instance.objectNode()));
        return texts;
    }

    /** Properties of the start event: the trigger and its options. */
    static Map<String, String> encodeTrigger(Flow flow) {
        Map<String, String> texts = new LinkedHashMap<>();
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        String trigger = flow.json().path("trigger").isTextual() ? flow.trigger() : null;
        boolean representable = trigger != null && !trigger.isEmpty() && XmlText.isXml(trigger);
        texts.put(FlowBpmn.TRIGGER, representable && trigger != null ? trigger : "");
        if (!representable && flow.json().has("trigger")) {
            more.set("trigger", flow.json().get("trigger"));
        }
        if (flow.options().isEmpty() && flow.json().has("options")) {
            more.set("none", flow.json().get("options"));
        }
        texts.putAll(FieldCodec.encode(flow.options(), TriggerOptions.of(flow.trigger()), more));
        return texts;
    }

    /** @param entry id of the operation behind the start event, or null */
    public static Flow decode(
            Map<String, String> flow,
            Map<String, String> trigger,
            @Nullable String entry,
            List<FlowOperation> operations) {
        Map<String, String> texts = new LinkedHashMap<>(flow);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String id = texts.remove(FlowBpmn.ID);
        if (id != null && !id.isEmpty()) {
            json.put("id", id);
        }
        json.setAll(FieldCodec.decode(texts, MEMBERS));
        decodeTrigger(json, trigger);
        if (entry != null) {
            json.put(OPERATION, entry);
        }
        return new Flow(json, operations);
    }

    private static void decodeTrigger(ObjectNode json, Map<String, String> trigger) {
        Map<String, String> texts = new LinkedHashMap<>(trigger);
        ObjectNode more = FieldCodec.more(texts);
        String kind = texts.remove(FlowBpmn.TRIGGER);
        if (kind != null && !kind.isEmpty()) {
            json.put("trigger", kind);
        } else if (more.has("trigger")) {
            json.set("trigger", more.get("trigger"));
        }
        ObjectNode options = FieldCodec.decode(texts, TriggerOptions.of(kind));
        if (!options.isEmpty()) {
            json.set("options", options);
        } else if (more.has("none")) {
            json.set("options", more.get("none"));
        }
    }
}
