package org.camundaflows.compile;

import java.util.List;
import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.Diagram.Point;

/** What is drawn so far: areas that edges must keep away from, and edges. */
final class Canvas {

    private static final int SHAPE_CLEARANCE = 9;
    private static final int LABEL_CLEARANCE = 3;
    /** Longer pieces lie in lanes, which other edges do not look at. */
    private static final int LONGEST_WIRE = 8_000;

    private final Near<Bounds> obstacles = new Near<>();
    private final Near<Wire> wires = new Near<>();

    /** The shapes and labels of a placement, each with its clearance. */
    static Canvas of(Placement placement, List<FlowGraph.Node> nodes) {
        Canvas canvas = new Canvas();
        for (FlowGraph.Node node : nodes) {
            canvas.block(placement.shape(node.id()).grown(SHAPE_CLEARANCE));
            Bounds label = placement.labels().get(node.id());
            if (label != null) {
                canvas.block(label.grown(LABEL_CLEARANCE));
            }
        }
        return canvas;
    }

    /** Draws a straight edge that no other edge shall cross. */
    void block(List<Point> path) {
        block(new Wire(path.get(0), path.get(1), "").bounds().grown(SHAPE_CLEARANCE));
    }

    void draw(List<Point> path, String target) {
        for (int i = 1; i < path.size(); i++) {
            Wire wire = new Wire(path.get(i - 1), path.get(i), target);
            if (wire.length() <= LONGEST_WIRE) {
                wires.add(wire.bounds(), wire);
            }
        }
    }

    List<Bounds> obstacles(Bounds window) {
        return obstacles.in(window);
    }

    List<Wire> wires(Bounds window) {
        return wires.in(window);
    }

    private void block(Bounds area) {
        obstacles.add(area, area);
    }
}
