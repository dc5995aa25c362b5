package org.camundaflows.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camundaflows.compile.AxisScale.Item;
import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.flow.Position;

/** Shapes and labels of a process on the canvas: every task keeps its place among the others, and none overlap. */
final class Placement {

    private static final int LEFT = 160;
    private static final int TOP = 80;
    private static final int GAP_X = 36;
    private static final int GAP_Y = 30;
    private static final int EMPTY_START = 100;

    private final Map<String, Bounds> shapes = new HashMap<>();
    private final Map<String, Bounds> labels = new HashMap<>();
    private final Map<String, Position> positions;
    private final AxisScale columns;
    private final AxisScale rows;

    /** @param positions the positions of all operations by id, each a panel that overlaps no other */
    Placement(FlowGraph graph, Map<String, Position> positions) {
        List<Footprint> footprints =
                graph.tasks().stream().map(task -> Footprint.of(task, graph)).toList();
        this.positions = positions;
        boolean empty = graph.target(graph.start()).operation() == null;
        this.columns = new AxisScale(
                footprints.stream()
                        .map(print -> new Item(position(print.task()).x(), print.left(), print.right()))
                        .toList(),
                LEFT,
                GAP_X);
        this.rows = new AxisScale(
                footprints.stream()
                        .map(print -> new Item(position(print.task()).y(), print.above(), print.below()))
                        .toList(),
                empty ? TOP + EMPTY_START : TOP,
                GAP_Y);
        if (empty) {
            Footprint.placeEmpty(graph.start(), graph.target(graph.start()), LEFT, TOP + Footprint.EVENT / 2, this);
        }
        for (Footprint footprint : footprints) {
            Position position = position(footprint.task());
            footprint.place(columns.pixel(position.x()), rows.pixel(position.y()), this);
        }
    }

    /** Whether free lanes lead between all columns and between all rows. */
    boolean isRegular() {
        return columns.isRegular() && rows.isRegular();
    }

    AxisScale.Line column(FlowGraph.Node task) {
        return columns.line(position(task).x());
    }

    AxisScale.Line row(FlowGraph.Node task) {
        return rows.line(position(task).y());
    }

    Bounds shape(String id) {
        return Objects.requireNonNull(shapes.get(id), id);
    }

    Map<String, Bounds> shapes() {
        return shapes;
    }

    Map<String, Bounds> labels() {
        return labels;
    }

    void shape(FlowGraph.Node node, Bounds bounds) {
        shapes.put(node.id(), bounds);
    }

    void label(FlowGraph.Node node, Bounds bounds) {
        labels.put(node.id(), bounds);
    }

    private Position position(FlowGraph.Node task) {
        return Objects.requireNonNull(
                positions.get(Objects.requireNonNull(task.operation()).id()));
    }
}
