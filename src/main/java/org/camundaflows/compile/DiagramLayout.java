package org.camundaflows.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.compile.Diagram.Point;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowLayout;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.flow.Position;

/**
 * Draws a process: where the flow's author put the operations if that can be drawn, else as {@link FlowLayout} puts them.
 */
final class DiagramLayout {

    private DiagramLayout() {}

    static Diagram of(FlowGraph graph, Flow flow) {
        return drawn(graph, flow).orElseGet(() -> draw(graph, FlowLayout.positions(flow), true)
                .orElseThrow(() -> new IllegalStateException("Lanes lead everywhere")));
    }

    private static Optional<Diagram> drawn(FlowGraph graph, Flow flow) {
        if (FlowLayout.needed(flow) || FlowLayout.overlaps(flow)) {
            return Optional.empty();
        }
        Map<String, Position> positions = new LinkedHashMap<>();
        for (FlowOperation operation : flow.operations()) {
            Position.of(operation).ifPresent(position -> positions.put(operation.id(), position));
        }
        return draw(graph, positions, false);
    }

    private static Optional<Diagram> draw(FlowGraph graph, Map<String, Position> positions, boolean arranged) {
        Placement placement = new Placement(graph, positions);
        Optional<Map<String, List<Point>>> edges = new EdgeRouter(graph, placement).route();
        return edges.map(paths -> new Diagram(placement.shapes(), placement.labels(), paths, arranged));
    }
}
