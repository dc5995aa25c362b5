package org.camundaflows.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.query.QueryReader;

/** Reads and writes the rows of flows and their operations. */
final class FlowRows {

    static final String FLOWS = "directus_flows";
    static final String OPERATIONS = "directus_operations";

    private static final String ID = "id";
    private static final String ENTRY = "operation";
    private static final List<String> LINKS = List.of("resolve", "reject");

    private final Items items;

    FlowRows(Items items) {
        this.items = items;
    }

    /** All flows, whatever their status. */
    List<Flow> all() {
        JsonNode flows = items.read(FLOWS, unlimited("{}"), Session.SYSTEM);
        JsonNode operations = items.read(OPERATIONS, unlimited("{}"), Session.SYSTEM);
        return new FlowReader().read(flows, operations).flows();
    }

    Optional<Flow> find(String flowId) {
        JsonNode flows = items.readMany(FLOWS, List.of(TextNode.valueOf(flowId)), Query.DEFAULT, Session.SYSTEM);
        if (flows.isEmpty()) {
            return Optional.empty();
        }
        return new FlowReader()
                .read(flows, operationsOf(flowId)).flows().stream().findFirst();
    }

    private ArrayNode operationsOf(String flowId) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.putObject("flow").put("_eq", flowId);
        return items.read(OPERATIONS, unlimited(filter.toString()), Session.SYSTEM);
    }

    private static Query unlimited(String filter) {
        ObjectNode query =
                JsonNodeFactory.instance.objectNode().put("limit", -1).put("filter", filter);
        return QueryReader.sanitised(query);
    }

    /** Writes a flow with its operations, in place of what was stored under its id. */
    void write(Flow flow, Session session) {
        Set<JsonNode> stored = new LinkedHashSet<>();
        operationsOf(flow.id()).forEach(row -> stored.add(row.path(ID)));
        if (find(flow.id()).isPresent()) {
            items.update(FLOWS, List.of(TextNode.valueOf(flow.id())), flowRow(flow), session);
        } else {
            items.create(FLOWS, List.of(flowRow(flow)), session);
        }
        unlink(stored, session);
        deleteOthers(stored, flow, session);
        writeOperations(stored, flow, session);
        link(flow, session);
    }

    /** Links may only name what exists, so they come last. */
    private static ObjectNode flowRow(Flow flow) {
        ObjectNode row = flow.json().deepCopy();
        row.remove("operations");
        row.set(ENTRY, NullNode.getInstance());
        return row;
    }

    private void unlink(Set<JsonNode> stored, Session session) {
        if (!stored.isEmpty()) {
            ObjectNode none = JsonNodeFactory.instance.objectNode();
            LINKS.forEach(none::putNull);
            items.update(OPERATIONS, List.copyOf(stored), none, session);
        }
    }

    private void deleteOthers(Set<JsonNode> stored, Flow flow, Session session) {
        List<JsonNode> others = stored.stream()
                .filter(id -> flow.operation(id.asText()).isEmpty())
                .toList();
        if (!others.isEmpty()) {
            items.delete(OPERATIONS, others, session);
        }
    }

    private void writeOperations(Set<JsonNode> stored, Flow flow, Session session) {
        List<ObjectNode> added = new ArrayList<>();
        List<ObjectNode> changed = new ArrayList<>();
        for (FlowOperation operation : flow.operations()) {
            ObjectNode row = operation.json().deepCopy();
            LINKS.forEach(row::putNull);
            row.put("flow", flow.id());
            (stored.contains(row.path(ID)) ? changed : added).add(row);
        }
        if (!added.isEmpty()) {
            items.create(OPERATIONS, added, session);
        }
        if (!changed.isEmpty()) {
            items.updateBatch(OPERATIONS, changed, session);
        }
    }

    private void link(Flow flow, Session session) {
        List<ObjectNode> links = new ArrayList<>();
        for (FlowOperation operation : flow.operations()) {
            if (operation.resolve().isPresent() || operation.reject().isPresent()) {
                ObjectNode row = JsonNodeFactory.instance.objectNode().put(ID, operation.id());
                row.put("resolve", operation.resolve().orElse(null));
                row.put("reject", operation.reject().orElse(null));
                links.add(row);
            }
        }
        if (!links.isEmpty()) {
            items.updateBatch(OPERATIONS, links, session);
        }
        JsonNode entry = flow.json().path(ENTRY);
        if (entry.isTextual()) {
            items.update(
                    FLOWS,
                    List.of(TextNode.valueOf(flow.id())),
                    JsonNodeFactory.instance.objectNode().set(ENTRY, entry),
                    session);
        }
    }
}
