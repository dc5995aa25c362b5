package org.camundaflows.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.Diagram.Point;
import org.camundaflows.compile.FlowGraph.Edge;
import org.camundaflows.compile.FlowGraph.Kind;
import org.camundaflows.compile.FlowGraph.Node;

/** What a drawing must hold so that a modeler shows it well. */
record DiagramRules(FlowGraph graph, Diagram diagram) {

    private static final int APART = 20;
    private static final int TOUCH = 2;

    void check() {
        for (Node node : graph.nodes()) {
            checkPlace(node);
            graph.nodes().stream().takeWhile(other -> !other.equals(node)).forEach(other -> checkApart(node, other));
        }
        graph.edges().forEach(this::checkEdge);
        diagram.labels().forEach(this::checkLabel);
    }

    private void checkPlace(Node node) {
        Bounds shape = shape(node);
        assertThat(shape.x()).as("left of %s", node).isNotNegative();
        assertThat(shape.y()).as("top of %s", node).isNotNegative();
        if (node.kind() == Kind.BOUNDARY) {
            Bounds host = shape(graph.node(node.host()));
            assertThat(shape.centerY()).isEqualTo(host.bottom());
            assertThat(shape.x()).isGreaterThan(host.x());
            assertThat(shape.right()).isLessThan(host.right());
        }
    }

    private void checkApart(Node one, Node other) {
        if (other.id().equals(one.host()) || one.id().equals(other.host())) {
            return;
        }
        boolean boundary = one.kind() == Kind.BOUNDARY || other.kind() == Kind.BOUNDARY;
        Bounds room = boundary ? shape(one) : shape(one).grown(APART);
        assertThat(room.overlaps(shape(other))).as("%s and %s", one, other).isFalse();
    }

    private void checkEdge(Edge edge) {
        List<Point> points = diagram.edges().get(edge.id());
        assertThat(points).as(edge.id()).hasSizeGreaterThan(1);
        assertThat(isOnBorder(points.get(0), shape(graph.node(edge.source())))).isTrue();
        assertThat(isOnBorder(points.get(points.size() - 1), shape(graph.node(edge.target()))))
                .isTrue();
        for (Wire wire : wires(edge)) {
            assertThat(wire.from().x() == wire.to().x()
                            || wire.from().y() == wire.to().y())
                    .as("%s is straight in %s", wire, edge.id())
                    .isTrue();
            for (Node node : graph.nodes()) {
                assertThat(wire.bounds().overlaps(shape(node).grown(-TOUCH)))
                        .as("%s of %s runs through %s", wire, edge.id(), node)
                        .isFalse();
            }
        }
    }

    private void checkLabel(String id, Bounds label) {
        Bounds inner = label.grown(-TOUCH);
        for (Node node : graph.nodes()) {
            assertThat(inner.overlaps(shape(node)))
                    .as("label of %s on %s", id, node)
                    .isFalse();
        }
        graph.edges().stream().flatMap(edge -> wires(edge).stream()).forEach(wire -> assertThat(
                        inner.overlaps(wire.bounds()))
                .as("label of %s on %s", id, wire)
                .isFalse());
        diagram.labels().forEach((other, bounds) -> assertThat(!other.equals(id) && inner.overlaps(bounds))
                .as("labels of %s and %s", id, other)
                .isFalse());
    }

    private List<Wire> wires(Edge edge) {
        List<Point> points = diagram.edges().get(edge.id());
        return IntStream.range(1, points.size())
                .mapToObj(i -> new Wire(points.get(i - 1), points.get(i), edge.target()))
                .toList();
    }

    private static boolean isOnBorder(Point point, Bounds shape) {
        boolean vertical = (point.x() == shape.x() || point.x() == shape.right()) && point.y() == shape.centerY();
        boolean horizontal = (point.y() == shape.y() || point.y() == shape.bottom()) && point.x() == shape.centerX();
        return vertical || horizontal;
    }

    private Bounds shape(Node node) {
        return diagram.shapes().get(node.id());
    }
}
