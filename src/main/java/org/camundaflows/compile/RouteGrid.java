package org.camundaflows.compile;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.Diagram.Point;

/**
 * The lines edges may follow in a part of the canvas, beside obstacles and through given points, and what each piece
 * between two crossings costs: its length, and more where it meets other edges.
 */
final class RouteGrid {

    private static final int[] DISTANCES = {5, 15};
    private static final int CLOSE = 6;
    private static final int CROSSING = 15;
    private static final int SHARED = 30;
    private static final int SHARED_FACTOR = 3;
    private static final int BORDER = 10;
    private static final int BLOCKED = -1;

    final int[] xs;
    final int[] ys;
    /** Cost of the piece from a crossing to the one on the right, and to the one below. */
    private final int[][] right;

    private final int[][] down;

    RouteGrid(List<Bounds> obstacles, List<Point> points, Bounds window) {
        TreeSet<Integer> x = new TreeSet<>();
        TreeSet<Integer> y = new TreeSet<>();
        for (Bounds obstacle : obstacles) {
            for (int distance : DISTANCES) {
                x.addAll(List.of(obstacle.x() - distance, obstacle.right() + distance));
                y.addAll(List.of(obstacle.y() - distance, obstacle.bottom() + distance));
            }
        }
        x.removeIf(value -> value < Math.max(BORDER, window.x()) || value > window.right());
        y.removeIf(value -> value < Math.max(BORDER, window.y()) || value > window.bottom());
        points.forEach(point -> x.add(point.x()));
        points.forEach(point -> y.add(point.y()));
        xs = x.stream().mapToInt(Integer::intValue).toArray();
        ys = y.stream().mapToInt(Integer::intValue).toArray();
        right = new int[xs.length][ys.length];
        down = new int[xs.length][ys.length];
    }

    int crossings() {
        return xs.length * ys.length;
    }

    /** Sets the costs; before, nothing is blocked and everything is free of charge. */
    void price(List<Bounds> obstacles, List<Wire> wires, String target) {
        for (int i = 0; i < xs.length; i++) {
            for (int j = 0; j < ys.length; j++) {
                right[i][j] = i + 1 < xs.length ? xs[i + 1] - xs[i] : BLOCKED;
                down[i][j] = j + 1 < ys.length ? ys[j + 1] - ys[j] : BLOCKED;
            }
        }
        for (Wire wire : wires) {
            if (!wire.target().equals(target)) {
                charge(wire);
            }
        }
        obstacles.forEach(this::block);
    }

    int index(int[] lines, int value) {
        return Arrays.binarySearch(lines, value);
    }

    /** Cost from a crossing to its neighbour, or a negative number when an obstacle is between. */
    int cost(int i, int j, Direction direction) {
        return switch (direction) {
            case RIGHT -> right[i][j];
            case DOWN -> down[i][j];
            case LEFT -> i == 0 ? BLOCKED : right[i - 1][j];
            case UP -> j == 0 ? BLOCKED : down[i][j - 1];
        };
    }

    private void block(Bounds area) {
        for (int i = Math.max(0, after(xs, area.x()) - 1); i < xs.length && xs[i] < area.right(); i++) {
            for (int j = Math.max(0, after(ys, area.y()) - 1); j < ys.length && ys[j] < area.bottom(); j++) {
                boolean insideX = xs[i] > area.x();
                boolean insideY = ys[j] > area.y();
                if (insideY) {
                    right[i][j] = BLOCKED;
                }
                if (insideX) {
                    down[i][j] = BLOCKED;
                }
            }
        }
    }

    private void charge(Wire wire) {
        Bounds line = wire.bounds();
        if (wire.isHorizontal()) {
            new Charges(right, down, xs, ys, false).charge(line.x(), line.right(), line.y());
        } else {
            new Charges(down, right, ys, xs, true).charge(line.y(), line.bottom(), line.x());
        }
    }

    /** The grid as seen along a wire. */
    private static final class Charges {
        /** Costs of the pieces in the wire's direction, and of those across. */
        private final int[][] parallel;

        private final int[][] crossing;
        /** Coordinates in the wire's direction, and on the other axis. */
        private final int[] along;

        private final int[] across;
        /** Whether the costs are by {@code across} first. */
        private final boolean turned;

        Charges(int[][] parallel, int[][] crossing, int[] along, int[] across, boolean turned) {
            this.parallel = parallel;
            this.crossing = crossing;
            this.along = along;
            this.across = across;
            this.turned = turned;
        }

        void charge(int from, int to, int at) {
            for (int a = Math.max(0, after(along, from) - 1); a < along.length && along[a] < to; a++) {
                for (int b = after(across, at - CLOSE); b < across.length && across[b] < at + CLOSE; b++) {
                    int length = a + 1 < along.length ? along[a + 1] - along[a] : 0;
                    add(parallel, a, b, SHARED + length * SHARED_FACTOR);
                }
            }
            int before = after(across, at - 1) - 1;
            for (int a = after(along, from); before >= 0 && a < along.length && along[a] < to; a++) {
                add(crossing, a, before, CROSSING);
            }
        }

        private void add(int[][] costs, int a, int b, int charge) {
            int i = turned ? b : a;
            int j = turned ? a : b;
            if (costs[i][j] != BLOCKED) {
                costs[i][j] += charge;
            }
        }
    }

    /** Index of the first line beyond a coordinate. */
    private static int after(int[] lines, int coordinate) {
        int index = Arrays.binarySearch(lines, coordinate);
        return index >= 0 ? index + 1 : -index - 1;
    }
}
