package org.camundaflows.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.Diagram.Point;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowLayout;
import org.camundaflows.flow.Position;

/** Places a process on the canvas. */
final class DiagramLayout {

    private DiagramLayout() {}

    static Diagram of(FlowGraph graph, Flow flow) {
        Map<String, Position> positions = FlowLayout.positions(flow);
        Map<String, Bounds> shapes = new HashMap<>();
        Map<String, List<Point>> edges = new HashMap<>();
        int n = 0;
        for (FlowGraph.Node node : graph.nodes()) {
            if (node.operation() != null) {
                Position p = java.util.Objects.requireNonNull(
                        positions.get(node.operation().id()));
                shapes.put(node.id(), new Bounds(p.x() * 12.0, p.y() * 12.0, 120, 80));
            } else {
                shapes.put(node.id(), new Bounds(n++ * 50, -100, 36, 36));
            }
        }
        for (FlowGraph.Edge edge : graph.edges()) {
            Bounds a = java.util.Objects.requireNonNull(shapes.get(edge.source()));
            Bounds b = java.util.Objects.requireNonNull(shapes.get(edge.target()));
            edges.put(edge.id(), List.of(new Point(a.x(), a.y()), new Point(b.x(), b.y())));
        }
        return new Diagram(shapes, Map.of(), edges);
    }
}
