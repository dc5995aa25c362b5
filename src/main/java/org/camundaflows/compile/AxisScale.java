package org.camundaflows.compile;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
        NavigableMap<Integer, Item> merged = merged(items);
        int reached = origin - gap;
        Map.@Nullable Entry<Integer, Line> behind = null;
        for (Map.Entry<Integer, Item> entry : merged.entrySet()) {
            Item item = entry.getValue();
            int from = entry.getKey();
            int to = item.coordinate();
            // all lines with an item that has one of ours beside it
            for (Map.Entry<Integer, Line> next = following(behind);
                    next != null && (long) to - next.getValue().from() >= PANEL;
                    next = following(behind)) {
                reached = Math.max(reached, next.getValue().end());
                behind = next;
            }
            int pixel = Math.max(reached + gap + item.before(), natural(from));
            lines.put(from, new Line(from, to, pixel, pixel - item.before(), pixel + item.after()));
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

    private Map.@Nullable Entry<Integer, Line> following(Map.@Nullable Entry<Integer, Line> line) {
        return line == null ? lines.firstEntry() : lines.higherEntry(line.getKey());
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
