package org.camundaflows.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Turns grid coordinates of one axis into pixels. The order of the coordinates stays, distances stay where there is room;
 * where footprints need more, all that follows moves on. Coordinates that nearly agree become one line.
 */
final class AxisScale {

    /** Side of a panel on the grid: two operations this far apart are beside each other. */
    static final int PANEL = 14;

    private static final int PIXELS = 12;
    private static final int NEARLY_EQUAL = 3;
    private static final int LONGEST_STEP = 4 * PANEL;

    /** What stands at a coordinate, and the pixels it takes before and after. */
    record Item(int coordinate, int before, int after) {}

    /** A line of the axis; {@code start} and {@code end} are the pixels its items cover. */
    record Line(int from, int to, int pixel, int start, int end) {}

    private final NavigableMap<Integer, Line> lines = new TreeMap<>();

    /**
     * @param origin where the first line's items begin
     * @param gap pixels to keep free between items beside each other
     */
    AxisScale(List<Item> items, int origin, int gap) {
        Deque<Line> near = new ArrayDeque<>();
        int reached = origin - gap;
        for (Map.Entry<Integer, Item> entry : merged(items).entrySet()) {
            int from = entry.getKey();
            Item item = entry.getValue();
            // what stands beside one of these items, wherever it is on the other axis
            while (!near.isEmpty() && (long) item.coordinate() - near.getFirst().from() >= PANEL) {
                reached = Math.max(reached, near.removeFirst().end());
            }
            int pixel = Math.max(reached + gap + item.before(), natural(from));
            Line line = new Line(from, item.coordinate(), pixel, pixel - item.before(), pixel + item.after());
            lines.put(from, line);
            near.addLast(line);
        }
    }

    int pixel(int coordinate) {
        return line(coordinate).pixel();
    }

    Line line(int coordinate) {
        return lines.floorEntry(coordinate).getValue();
    }

    /** Whether each line is beside the next, so that free lanes lead between them. */
    boolean isRegular() {
        Line last = null;
        for (Line line : lines.values()) {
            if (last != null && line.from() - (long) last.to() < PANEL) {
                return false;
            }
            last = line;
        }
        return true;
    }

    private int natural(int from) {
        Map.Entry<Integer, Line> last = lines.lastEntry();
        if (last == null) {
            return Integer.MIN_VALUE;
        }
        long step = Math.min((long) from - last.getKey(), LONGEST_STEP);
        return last.getValue().pixel() + (int) step * PIXELS;
    }

    /** By first coordinate of each line, an item that covers all of the line's, with its last coordinate. */
    private static NavigableMap<Integer, Item> merged(List<Item> items) {
        TreeMap<Integer, Item> sorted = new TreeMap<>();
        items.forEach(item -> sorted.merge(item.coordinate(), item, AxisScale::cover));
        TreeMap<Integer, Item> merged = new TreeMap<>();
        for (Item item : sorted.values()) {
            boolean near = !merged.isEmpty() && item.coordinate() - (long) merged.lastKey() <= NEARLY_EQUAL;
            merged.merge(near ? merged.lastKey() : item.coordinate(), item, AxisScale::cover);
        }
        return merged;
    }

    private static Item cover(Item one, Item other) {
        return new Item(
                Math.max(one.coordinate(), other.coordinate()),
                Math.max(one.before(), other.before()),
                Math.max(one.after(), other.after()));
    }
}
