package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Operations can be told apart on the grid. */
final class PositionRule implements FlowRule {

    @Override
    public void check(FlowGraph graph, Findings findings) {
        PanelGrid<Step> grid = new PanelGrid<>();
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

    private static void check(Step step, Position position, PanelGrid<Step> grid, IssueSink sink) {
        if (position.equals(Position.ORIGIN)) {
            sink.add(IssueCode.POSITION_ORIGIN, step.place(), "The operation stands at (0, 0).");
        }
        grid.put(step, position)
                .ifPresent(other -> sink.add(
                        IssueCode.POSITION_OVERLAP,
                        step.place(),
                        "The operation at " + position + " overlaps "
                                + other.thing().shown() + " at " + other.position() + "."));
    }
}
