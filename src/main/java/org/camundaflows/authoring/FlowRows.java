package org.camundaflows.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.query.QueryReader;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of flows and their operations. */
final class FlowRows {

    static final String FLOWS = "directus_flows";
    static final String OPERATIONS = "directus_operations";

    private static final String ID = "id";
    private static final String ENTRY = "operation";
    private static final List<String> LINKS = List.of("resolve", "reject");

    /** Not part of a row, or of the system where the flow was made: whoever stores it here is its creator. */
    private static final List<String> FOREIGN = List.of("operations", "user_created");

    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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

    /** Those that are stored, by their ids; an id that cannot be one is not there. */
    Map<String, Flow> find(Collection<String> ids) {
        List<JsonNode> keys = ids.stream()
                .filter(FlowRows::isId)
                .<JsonNode>map(TextNode::valueOf)
                .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        JsonNode flows = items.read(FLOWS, unlimited(oneOf(ID, keys)), Session.SYSTEM);
        JsonNode operations = items.read(OPERATIONS, unlimited(oneOf("flow", keys)), Session.SYSTEM);
        return new FlowReader()
                .read(flows, operations).flows().stream().collect(Collectors.toMap(Flow::id, flow -> flow));
    }

    private static boolean isId(String text) {
        return UUID.matcher(text).matches();
    }

    private static String oneOf(String field, List<JsonNode> keys) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.putObject(field).putArray("_in").addAll(keys);
        return filter.toString();
    }

    private static Query unlimited(String filter) {
        ObjectNode query =
                JsonNodeFactory.instance.objectNode().put("limit", -1).put("filter", filter);
        return QueryReader.sanitised(query);
    }

    /**
     * Writes a flow with its operations.
     *
     * @param stored what is stored under its id, which is replaced; null for nothing
     */
    void write(Flow flow, @Nullable Flow stored, Session session) {
        if (stored == null) {
            items.create(FLOWS, List.of(flowRow(flow)), session);
        } else {
            items.update(FLOWS, List.of(TextNode.valueOf(flow.id())), flowRow(flow), session);
        }
        Set<JsonNode> operations = stored == null ? Set.of() : ids(stored);
        unlink(operations, session);
        deleteOthers(operations, flow, session);
        writeOperations(operations, flow, session);
        link(flow, session);
    }

    private static Set<JsonNode> ids(Flow flow) {
        return flow.operations().stream()
                .map(operation -> (JsonNode) TextNode.valueOf(operation.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Links may only name what exists, so they come last. */
    private static ObjectNode flowRow(Flow flow) {
        ObjectNode row = flow.json().deepCopy();
        row.remove(FOREIGN);
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
            row.remove(FOREIGN);
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
