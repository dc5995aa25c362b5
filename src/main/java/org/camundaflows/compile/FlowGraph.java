package org.camundaflows.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.jspecify.annotations.Nullable;

/**
 * The BPMN elements of a flow and how they are connected, without their contents.
 *
 * @param nodes start event, then per operation its task, boundary event and open ends, in the order of the flow
 */
record FlowGraph(List<Node> nodes, List<Edge> edges) {

    enum Kind {
        START,
        TASK,
        /** The error event on the border of a task. */
        BOUNDARY,
        END
    }

    /**
     * @param label what the diagram shows; may be empty
     * @param host the task a boundary event sits on, else null
     * @param operation the operation of a task, else null
     */
    record Node(String id, Kind kind, String label, @Nullable String host, @Nullable FlowOperation operation) {}

    record Edge(String id, String source, String target) {}

    static FlowGraph of(Flow flow) {
        Builder builder = new Builder();
        Optional<FlowOperation> entry = flow.entry();
        builder.node(new Node(BpmnIds.START, Kind.START, startLabel(flow), null, null));
        if (entry.isEmpty()) {
            builder.end(BpmnIds.RESOLVED, BpmnIds.RESOLVED);
        }
        builder.edge(
                "on_start", BpmnIds.START, entry.map(e -> BpmnIds.task(e.id())).orElse(BpmnIds.RESOLVED));
        flow.operations().forEach(builder::operation);
        return new FlowGraph(List.copyOf(builder.nodes), List.copyOf(builder.edges));
    }

    private static String startLabel(Flow flow) {
        return Optional.ofNullable(flow.trigger()).filter(FieldCodec::isXml).orElse("");
    }

    private static final class Builder {
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private final Set<String> ids = new LinkedHashSet<>();

        private void operation(FlowOperation operation) {
            String id = operation.id();
            String task = BpmnIds.task(id);
            String boundary = BpmnIds.boundary(id);
            node(new Node(task, Kind.TASK, label(operation), null, operation));
            node(new Node(boundary, Kind.BOUNDARY, "", task, null));
            edge(
                    BpmnIds.onResolve(id),
                    task,
                    operation
                            .resolve()
                            .map(BpmnIds::task)
                            .orElseGet(() -> end(BpmnIds.resolved(id), BpmnIds.RESOLVED)));
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
            if (!ids.add(node.id())) {
                throw new IllegalArgumentException("Two elements have the id " + node.id());
            }
            nodes.add(node);
        }

        private void edge(String id, String source, String target) {
            edges.add(new Edge(id, source, target));
        }
    }

    private static String label(FlowOperation operation) {
        String name = operation.name();
        String label = name == null || name.isBlank() ? operation.key() : name;
        return FieldCodec.isXml(label) ? label.replaceAll("[\\n\\t]", " ") : label.replaceAll("[^\\x20-\\x7e]", " ");
    }
}
