package org.camundaflows.flow;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of the layout: gives every operation a cell, in columns from the left and rows from the top. */
final class LayoutWalk {

    private static final int LEFT = 19;
    private static final int TOP = 1;
    private static final int COLUMN = 18;
    private static final int ROW = 16;
    private static final int NEW_ROW = -1;

    private final FlowGraph graph;
    private final Map<String, Position> positions = new LinkedHashMap<>();
    private final BitSet placed = new BitSet();
    private int rows;

    LayoutWalk(FlowGraph graph) {
        this.graph = graph;
    }

    Map<String, Position> positions() {
        graph.entry().ifPresent(this::placeGroup);
        for (Step step : inOrderOfCreation()) {
            if (graph.predecessors(step.index()).length == 0) {
                placeGroup(step);
            }
        }
        placeRest();
        return positions;
    }

    /** An operation of a group that waits for its cell: {@code row} is {@link #NEW_ROW} for a failure's target. */
    private record Waiting(Step step, int column, int row) {}

    private void placeGroup(Step root) {
        Deque<Waiting> stack = new ArrayDeque<>();
        stack.push(new Waiting(root, 0, NEW_ROW));
        while (!stack.isEmpty()) {
            Waiting next = stack.pop();
            if (placed.get(next.step.index())) {
                continue;
            }
            // known only now: everything on the success path above has its rows by then
            int row = next.row == NEW_ROW ? rows : next.row;
            place(next.step, next.column, row);
            int column = next.column + 1;
            graph.reject(next.step).ifPresent(step -> stack.push(new Waiting(step, column, NEW_ROW)));
            graph.resolve(next.step).ifPresent(step -> stack.push(new Waiting(step, column, row)));
        }
    }

    private void placeRest() {
        int row = rows;
        int column = 0;
        for (Step step : inOrderOfCreation()) {
            if (!placed.get(step.index())) {
                place(step, column++, row);
            }
        }
    }

    private void place(Step step, int column, int row) {
        placed.set(step.index());
        rows = Math.max(rows, row + 1);
        positions.putIfAbsent(step.operation().id(), new Position(LEFT + COLUMN * column, TOP + ROW * row));
    }

    private List<Step> inOrderOfCreation() {
        return graph.steps().stream()
                .filter(step -> !step.operation().id().isEmpty())
                .sorted(Comparator.comparing(
                                (Step step) -> step.member("date_created").asText())
                        .thenComparing(step -> step.operation().id()))
                .toList();
    }
}
