package org.camundaflows.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camundaflows.flow.JsonRows.Row;
import org.jspecify.annotations.Nullable;

/** Puts flows together from rows, and operations to their flows. */
final class FlowAssembly {

    private static final String OPERATIONS = "operations";

    private final JsonRows flows;
    private final @Nullable JsonRows operations;
    private final FlowLimits limits;
    private final Map<String, List<FlowOperation>> byFlow = new LinkedHashMap<>();
    private final List<FlowIssue> issues = new ArrayList<>();

    FlowAssembly(JsonSource flows, @Nullable JsonSource operations, FlowLimits limits) {
        JsonNode root = flows.json();
        boolean pair = operations == null && root.path("flows").isContainerNode() && !root.has("id");
        this.limits = limits;
        this.flows = pair
                ? JsonRows.of(flows, root.path("flows"), Place.ROOT.member("flows"), "a flow")
                : JsonRows.of(flows, "a flow");
        this.operations =
                pair ? besideFlows(flows, root) : operations == null ? null : JsonRows.of(operations, "an operation");
    }

    private static @Nullable JsonRows besideFlows(JsonSource source, JsonNode root) {
        JsonNode list = root.path(OPERATIONS);
        return list.isMissingNode() || list.isNull()
                ? null
                : JsonRows.of(source, list, Place.ROOT.member(OPERATIONS), "an operation");
    }

    FlowDocument document() {
        if (operations != null) {
            flows.rows().forEach(row -> byFlow.put(row.json().path("id").asText(), new ArrayList<>()));
            operations.rows().forEach(row -> sortIn(row, operations.source()));
        }
        List<Flow> read = flows.rows().stream().map(this::flow).toList();
        return new FlowDocument(read, issues);
    }

    private void sortIn(Row row, JsonSource source) {
        FlowOperation operation = operation(row, source);
        String owner = OwnerId.of(row.json()).asText();
        List<FlowOperation> siblings = byFlow.get(owner);
        if (siblings != null) {
            siblings.add(operation);
            return;
        }
        Flow none = new Flow(JsonNodeFactory.instance.objectNode().put("id", owner), List.of());
        Findings findings = new Findings(none);
        findings.on(new Step(0, operation, row.place()))
                .add(
                        IssueCode.OPERATION_ORPHAN,
                        row.place().member("flow"),
                        "The operation belongs to " + Shown.value(OwnerId.of(row.json()))
                                + ", which is none of the flows read.");
        issues.addAll(findings.issues());
    }

    private Flow flow(Row row) {
        ObjectNode json = row.json();
        JsonNode nested = json.path(OPERATIONS);
        json.remove(OPERATIONS);
        parseOptions(row, flows.source());
        List<FlowOperation> all = new ArrayList<>(nested(nested, row.place().member(OPERATIONS)));
        all.addAll(byFlow.getOrDefault(json.path("id").asText(), List.of()));
        if (all.size() > limits.operations()) {
            throw flows.source()
                    .refuse(
                            row.place().member(OPERATIONS),
                            "at most " + limits.operations() + " operations",
                            String.valueOf(all.size()));
        }
        Flow flow = new Flow(json, all);
        if (operations != null) {
            checkListed(nested, flow, row.place().member(OPERATIONS));
        }
        return flow;
    }

    private List<FlowOperation> nested(JsonNode list, Place place) {
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw flows.source().refuse(place, "an array of operations", list);
        }
        if (operations != null && !list.path(0).isObject()) {
            return List.of();
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isTextual()) {
                throw flows.source()
                        .refuse(
                                place.element(i),
                                "an operation (an object); give operations.json beside ids, or ask for"
                                        + " fields=*,operations.*",
                                list.get(i));
            }
        }
        return JsonRows.of(flows.source(), list, place, "an operation").rows().stream()
                .map(operation -> operation(operation, flows.source()))
                .toList();
    }

    private void checkListed(JsonNode ids, Flow flow, Place place) {
        Set<String> known = flow.operations().stream().map(FlowOperation::id).collect(Collectors.toSet());
        for (int i = 0; i < ids.size(); i++) {
            JsonNode id = ids.path(i);
            if (id.isValueNode() && !known.contains(id.asText())) {
                Findings findings = new Findings(flow);
                findings.onFlow()
                        .add(
                                IssueCode.OPERATION_UNLISTED,
                                place.element(i),
                                "The flow lists " + Shown.value(id) + ", which is none of the operations read.");
                issues.addAll(findings.issues());
            }
        }
    }

    private FlowOperation operation(Row row, JsonSource source) {
        parseOptions(row, source);
        return new FlowOperation(row.json());
    }

    private void parseOptions(Row row, JsonSource source) {
        JsonNode options = row.json().path("options");
        JsonNode parsed = parsed(options);
        if (!parsed.isMissingNode()) {
            JsonSource.checkDepth(parsed, row.place().member("options"), limits.depth(), source.name(), limits);
            row.json().set("options", parsed);
        }
    }

    private static JsonNode parsed(JsonNode options) {
        try {
            return options.isTextual() ? JsonText.parse(options.textValue()) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
