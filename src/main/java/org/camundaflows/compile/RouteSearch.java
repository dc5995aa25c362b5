package org.camundaflows.compile;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.camundaflows.compile.Diagram.Point;

/** Finds the cheapest path over a grid of lines (A*): short, with few bends, away from other edges. */
final class RouteSearch {

    private static final int BEND = 40;
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final int UNREACHED = Integer.MAX_VALUE;
    private static final int NONE = -1;

    private final RouteGrid grid;
    private final List<Dock> goals;
    private final int[] costs;
    private final int[] origins;
    /** Cost so far and to the nearest goal in the upper half, state in the lower: states of equal cost have an order. */
    private final PriorityQueue<Long> open = new PriorityQueue<>();

    RouteSearch(RouteGrid grid, List<Dock> goals) {
        this.grid = grid;
        this.goals = goals;
        this.costs = new int[grid.crossings() * DIRECTIONS.length];
        this.origins = new int[costs.length];
        Arrays.fill(costs, UNREACHED);
    }

    /** The points from border to border. */
    Optional<List<Point>> path(Dock source) {
        int start = state(source.outside(), source.direction());
        reach(start, 0, NONE);
        while (!open.isEmpty()) {
            long next = open.remove();
            int state = (int) next;
            if (next >>> 32 > costs[state] + estimate(state)) {
                continue; // reached more cheaply since
            }
            for (Dock goal : goals) {
                if (state == state(goal.outside(), goal.direction())) {
                    return Optional.of(WayPoints.simple(points(source, state, goal)));
                }
            }
            expand(state);
        }
        return Optional.empty();
    }

    private void expand(int state) {
        Direction heading = DIRECTIONS[state % DIRECTIONS.length];
        int crossing = state / DIRECTIONS.length;
        int i = crossing / grid.ys.length;
        int j = crossing % grid.ys.length;
        for (Direction next : DIRECTIONS) {
            int cost = grid.cost(i, j, next);
            if (cost >= 0 && !next.isOpposite(heading)) {
                int total = costs[state] + cost + (next == heading ? 0 : BEND);
                reach(state(i + next.dx, j + next.dy, next), total, state);
            }
        }
        // turning on the spot, to enter a goal
        for (Direction next : DIRECTIONS) {
            if (next != heading && !next.isOpposite(heading) && isGoal(i, j, next)) {
                reach(state(i, j, next), costs[state] + BEND, state);
            }
        }
    }

    private void reach(int state, int cost, int origin) {
        if (cost < costs[state]) {
            costs[state] = cost;
            origins[state] = origin;
            open.add(((long) (cost + estimate(state)) << 32) | state);
        }
    }

    private int estimate(int state) {
        int crossing = state / DIRECTIONS.length;
        int x = grid.xs[crossing / grid.ys.length];
        int y = grid.ys[crossing % grid.ys.length];
        int best = UNREACHED;
        for (Dock goal : goals) {
            Point point = goal.outside();
            best = Math.min(best, Math.abs(point.x() - x) + Math.abs(point.y() - y) + goal.extra());
        }
        return best;
    }

    private boolean isGoal(int i, int j, Direction heading) {
        return goals.stream()
                .anyMatch(goal -> goal.direction() == heading
                        && goal.outside().x() == grid.xs[i]
                        && goal.outside().y() == grid.ys[j]);
    }

    private List<Point> points(Dock source, int last, Dock goal) {
        Deque<Point> points = new ArrayDeque<>(List.of(goal.border()));
        for (int state = last; state != NONE; state = origins[state]) {
            int crossing = state / DIRECTIONS.length;
            points.push(new Point(grid.xs[crossing / grid.ys.length], grid.ys[crossing % grid.ys.length]));
        }
        points.push(source.border());
        return List.copyOf(points);
    }

    private int state(Point point, Direction heading) {
        return state(grid.index(grid.xs, point.x()), grid.index(grid.ys, point.y()), heading);
    }

    @SuppressWarnings("EnumOrdinal") // an index into a table of this search alone
    private int state(int i, int j, Direction heading) {
        return (i * grid.ys.length + j) * DIRECTIONS.length + heading.index;
    }
}
