package org.camundaflows.compile;

import java.util.List;
import java.util.Map;

/**
 * Where the elements of a process stand, in pixels.
 *
 * @param shapes bounds of start event, tasks, boundary events and end events by element id
 * @param labels bounds of the outside labels of events, by element id; only of elements that have one
 * @param edges way points of sequence flows by element id: at least two, each step horizontal or vertical
 * @param arranged whether the operations stand elsewhere than their author put them
 */
record Diagram(
        Map<String, Bounds> shapes, Map<String, Bounds> labels, Map<String, List<Point>> edges, boolean arranged) {

    record Bounds(int x, int y, int width, int height) {

        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        int centerX() {
            return x + width / 2;
        }

        int centerY() {
            return y + height / 2;
        }

        /** The bounds with {@code margin} more on each side. */
        Bounds grown(int margin) {
            return new Bounds(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
        }

        boolean overlaps(Bounds other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }
    }

    record Point(int x, int y) {}
}
