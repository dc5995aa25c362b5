package org.camundaflows.compile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.Diagram.Point;
import org.camundaflows.compile.FlowGraph.Edge;
import org.camundaflows.compile.FlowGraph.Kind;
import org.camundaflows.compile.FlowGraph.Node;

/** Draws the edges of a process around everything that is placed. */
final class EdgeRouter {

    private static final int MARGIN = 240;
    private static final long LARGEST_WINDOW = 100_000_000;
    private static final int MOST_OBSTACLES = 160;
    private static final int MOST_CROSSINGS = 10_000;
    private static final int MOST_CROSSINGS_AT_FIRST = 60_000;
    private static final int MOST_OBSTACLES_IRREGULAR = 500;
    private static final int MOST_CROSSINGS_IRREGULAR = 400_000;

    private final FlowGraph graph;
    private final Placement placement;
    private final Canvas canvas;
    private final Lanes lanes;
    private final Map<String, List<Point>> paths = new HashMap<>();
    /** Crossings of all grids so far. Large flows get less per edge, so that none takes minutes. */
    private int searched;

    private static final int GENEROUS = 500_000;
    private static final int MOST_SEARCHED = 20_000_000;

    EdgeRouter(FlowGraph graph, Placement placement) {
        this.graph = graph;
        this.placement = placement;
        this.canvas = Canvas.of(placement, graph.nodes());
        this.lanes = new Lanes(placement);
    }

    /** The way points by edge; empty when an edge finds no way. */
    Optional<Map<String, List<Point>>> route() {
        List<Edge> edges = graph.edges().stream()
                .sorted(Comparator.comparingInt(this::distance))
                .toList();
        for (Edge edge : edges) {
            Optional<List<Point>> path = path(edge);
            if (path.isEmpty()) {
                return Optional.empty();
            }
            paths.put(edge.id(), path.get());
            if (isOwn(edge)) {
                canvas.block(path.get());
            } else {
                canvas.draw(path.get(), edge.target());
            }
        }
        return Optional.of(paths);
    }

    /** Short edges come first, straight ones before all. */
    private int distance(Edge edge) {
        Bounds source = placement.shape(edge.source());
        Bounds target = placement.shape(edge.target());
        if (isOwn(edge)) {
            return -1;
        }
        return Math.abs(source.right() - target.x()) + Math.abs(source.centerY() - target.centerY());
    }

    private Optional<List<Point>> path(Edge edge) {
        Node source = graph.node(edge.source());
        Bounds target = placement.shape(edge.target());
        Dock out = source.kind() == Kind.BOUNDARY
                ? Dock.below(placement.shape(source.id()))
                : Dock.rightOf(placement.shape(source.id()));
        Dock left = Dock.leftOf(target);
        if (isOwn(edge)) {
            return Optional.of(List.of(
                    out.border(),
                    out.direction() == Direction.RIGHT
                            ? left.border()
                            : Dock.above(target).border()));
        }
        List<Dock> goals = List.of(left, Dock.above(target));
        Bounds ends = around(
                Stream.concat(Stream.of(out), goals.stream()).map(Dock::outside).toList());
        Optional<List<Point>> near =
                search(out, goals, ends.grown(MARGIN), edge.target(), MOST_OBSTACLES, mostCrossings());
        if (near.isPresent()) {
            return near;
        }
        if (placement.isRegular()) {
            return Optional.of(lanes.path(task(source), out, graph.node(edge.target())));
        }
        Bounds wide = ends.grown(10 * MARGIN);
        return search(out, goals, wide, edge.target(), MOST_OBSTACLES_IRREGULAR, MOST_CROSSINGS_IRREGULAR);
    }

    private int mostCrossings() {
        return searched < GENEROUS ? MOST_CROSSINGS_AT_FIRST : MOST_CROSSINGS;
    }

    private Optional<List<Point>> search(
            Dock out, List<Dock> goals, Bounds window, String target, int mostObstacles, int mostCrossings) {
        if ((long) window.width() * window.height() > LARGEST_WINDOW) {
            return Optional.empty();
        }
        List<Bounds> obstacles = canvas.obstacles(window);
        if (obstacles.size() > mostObstacles || searched > MOST_SEARCHED) {
            return Optional.empty();
        }
        List<Point> points =
                Stream.concat(Stream.of(out), goals.stream()).map(Dock::outside).toList();
        RouteGrid grid = new RouteGrid(obstacles, points, window);
        if (grid.crossings() > mostCrossings) {
            return Optional.empty();
        }
        searched += grid.crossings();
        grid.price(obstacles, canvas.wires(window), target);
        return new RouteSearch(grid, goals).path(out);
    }

    /** Whether the edge joins a task with an event of its own, or the start event with the end: a straight line. */
    private boolean isOwn(Edge edge) {
        return graph.node(edge.target()).kind() == Kind.END || edge.source().equals(BpmnIds.START);
    }

    private Node task(Node source) {
        return source.kind() == Kind.BOUNDARY ? graph.node(Objects.requireNonNull(source.host())) : source;
    }

    private static Bounds around(List<Point> points) {
        int left = points.stream().mapToInt(Point::x).min().orElseThrow();
        int right = points.stream().mapToInt(Point::x).max().orElseThrow();
        int top = points.stream().mapToInt(Point::y).min().orElseThrow();
        int bottom = points.stream().mapToInt(Point::y).max().orElseThrow();
        return new Bounds(left, top, right - left, bottom - top);
    }
}
