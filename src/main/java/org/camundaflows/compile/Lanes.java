package org.camundaflows.compile;

import java.util.List;
import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.Diagram.Point;

/**
 * Leads edges along the free lanes between columns and rows. Not the shortest way, but it costs nothing to find, however
 * large the flow.
 */
final class Lanes {

    private static final int TRACKS = 3;
    private static final int COLUMN_TRACK = 6;
    private static final int ROW_TRACK = 5;
    private static final int FIRST = 12;

    private final Placement placement;
    private int used;

    /** @param placement a regular one */
    Lanes(Placement placement) {
        this.placement = placement;
    }

    /** From a task or its boundary event, over the lane beside its column and the lane above the target, into its top. */
    List<Point> path(FlowGraph.Node task, Dock source, FlowGraph.Node target) {
        int track = used++ % TRACKS;
        int beside = placement.column(task).end() + FIRST + track * COLUMN_TRACK;
        int above = placement.row(target).start() - FIRST - track * ROW_TRACK;
        int level = source.direction() == Direction.RIGHT
                ? source.border().y()
                : placement.row(task).end() + FIRST + track * ROW_TRACK;
        Bounds end = placement.shape(target.id());
        return WayPoints.simple(List.of(
                source.border(),
                new Point(source.border().x(), level),
                new Point(beside, level),
                new Point(beside, above),
                new Point(end.centerX(), above),
                new Point(end.centerX(), end.y())));
    }
}
