package org.camundaflows.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.jspecify.annotations.Nullable;

/**
 * The BPMN elements of a flow and how they are connected, without their contents. Every node but an end has exactly one
 * edge out.
 */
final class FlowGraph {

    private static final Set<String> TRIGGERS = Set.of("webhook", "manual", "event", "schedule", "operation");
    private static final String REJECT = "reject";

    enum Kind {
        START,
        TASK,
        /** The error event on the border of a task. */
        BOUNDARY,
        END
    }

    /**
     * @param label what the diagram shows, never blank
     * @param host the task a boundary event sits on, else null
     * @param operation the operation of a task, else null
     */
    record Node(String id, Kind kind, String label, @Nullable String host, @Nullable FlowOperation operation) {}

    record Edge(String id, String source, String target) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Edge> edges = new LinkedHashMap<>();

    private FlowGraph() {}

    /** @throws IllegalArgumentException if an id is missing, two operations share one, or a link leads nowhere */
    static FlowGraph of(Flow flow) {
        FlowGraph graph = new FlowGraph();
        graph.node(new Node(BpmnIds.START, Kind.START, startLabel(flow), null, null));
        Optional<FlowOperation> entry = flow.entry();
        String first = entry.map(operation -> BpmnIds.task(operation.id()))
                .orElseGet(() -> graph.end(BpmnIds.RESOLVED, BpmnIds.RESOLVED));
        graph.edge("on_start", BpmnIds.START, first);
        flow.operations().forEach(graph::operation);
        for (Edge edge : graph.edges()) {
            if (!graph.nodes.containsKey(edge.target())) {
                throw new IllegalArgumentException("The link " + edge.id() + " leads nowhere");
            }
        }
        return graph;
    }

    /** The start event, then per operation its task, boundary event and open ends, in the order of the flow. */
    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    List<Edge> edges() {
        return List.copyOf(edges.values());
    }

    List<Node> tasks() {
        return nodes.values().stream().filter(node -> node.kind() == Kind.TASK).toList();
    }

    Node start() {
        return node(BpmnIds.START);
    }

    boolean isEntry(Node task) {
        return target(start()).equals(task);
    }

    Node boundary(Node task) {
        return node(BpmnIds.boundary(Objects.requireNonNull(task.operation()).id()));
    }

    Node node(String id) {
        return Objects.requireNonNull(nodes.get(id), id);
    }

    /** Where the node's edge leads. */
    Node target(Node source) {
        return node(Objects.requireNonNull(edges.get(source.id()), source.id()).target());
    }

    /** What a diagram calls an operation: its name, or else its key, type or id. */
    static String label(FlowOperation operation) {
        List<String> texts = new ArrayList<>(List.of(operation.key(), operation.type(), operation.id()));
        texts.add(0, Objects.requireNonNullElse(operation.name(), ""));
        return texts.stream()
                .map(XmlText::label)
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse("operation");
    }

    private static String startLabel(Flow flow) {
        String trigger = flow.trigger();
        return trigger != null && TRIGGERS.contains(trigger) ? trigger : BpmnIds.START;
    }

    private void operation(FlowOperation operation) {
        String id = operation.id();
        if (id.isEmpty()) {
            throw new IllegalArgumentException("An operation has no id");
        }
        String task = BpmnIds.task(id);
        String boundary = BpmnIds.boundary(id);
        node(new Node(task, Kind.TASK, label(operation), null, operation));
        node(new Node(boundary, Kind.BOUNDARY, REJECT, task, null));
        edge(
                BpmnIds.onResolve(id),
                task,
                operation.resolve().map(BpmnIds::task).orElseGet(() -> end(BpmnIds.resolved(id), BpmnIds.RESOLVED)));
        edge(
                BpmnIds.onReject(id),
                boundary,
                operation.reject().map(BpmnIds::task).orElseGet(() -> end(BpmnIds.rejected(id), BpmnIds.REJECTED)));
    }

    private String end(String id, String label) {
        node(new Node(id, Kind.END, label, null, null));
        return id;
    }

    private void node(Node node) {
        if (nodes.putIfAbsent(node.id(), node) != null) {
            throw new IllegalArgumentException("Two elements have the id " + node.id());
        }
    }

    private void edge(String id, String source, String target) {
        edges.put(source, new Edge(id, source, target));
    }
}
