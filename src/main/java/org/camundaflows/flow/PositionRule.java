package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations can be told apart on the grid. */
final class PositionRule implements FlowRule {

    @Override
    public void check(FlowGraph graph, Findings findings) {
        Grid grid = new Grid();
        for (Step step : graph.steps()) {
            IssueSink sink = findings.on(step);
            if (hasBoth(step, sink)) {
                Position.of(step.operation()).ifPresent(position -> check(step, position, grid, sink));
            }
        }
    }

    private static boolean hasBoth(Step step, IssueSink sink) {
        boolean both = true;
        for (String member : List.of(Position.X, Position.Y)) {
            JsonNode value = step.member(member);
            Place place = step.place().member(member);
            if (value.isMissingNode() || value.isNull()) {
                sink.add(IssueCode.POSITION_MISSING, place, "\"" + member + "\" is missing.");
                both = false;
            } else if (Position.coordinate(value).isEmpty()) {
                sink.add(IssueCode.POSITION_TYPE, place, "\"" + member + "\" is " + Shown.value(value) + ".");
                both = false;
            }
        }
        return both;
    }

    private static void check(Step step, Position position, Grid grid, IssueSink sink) {
        if (position.equals(Position.ORIGIN)) {
            sink.add(IssueCode.POSITION_ORIGIN, step.place(), "The operation stands at (0, 0).");
        }
        grid.put(step, position)
                .ifPresent(other -> sink.add(
                        IssueCode.POSITION_OVERLAP,
                        step.place(),
                        "The operation at " + position + " overlaps " + other.step.shown() + " at " + other.position
                                + "."));
    }

    /** Holds operations that do not overlap, at most one in each cell of a panel's size. */
    private static final class Grid {
        private final Map<Position, Placed> cells = new HashMap<>();

        /** The operation that the new one overlaps; otherwise it is put on the grid. */
        Optional<Placed> put(Step step, Position position) {
            Position cell = position.cell();
            for (int x = -1; x <= 1; x++) {
                for (int y = -1; y <= 1; y++) {
                    Placed other = cells.get(new Position(cell.x() + x, cell.y() + y));
                    if (other != null && other.position.overlaps(position)) {
                        return Optional.of(other);
                    }
                }
            }
            cells.put(cell, new Placed(step, position));
            return Optional.empty();
        }
    }

    private record Placed(Step step, Position position) {}
}
