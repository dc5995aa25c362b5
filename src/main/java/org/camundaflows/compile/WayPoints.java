package org.camundaflows.compile;

import java.util.ArrayList;
import java.util.List;
import org.camundaflows.compile.Diagram.Point;

/** Lists of way points. */
final class WayPoints {

    private WayPoints() {}

    /** The same path without points that it passes straight on. */
    static List<Point> simple(List<Point> path) {
        List<Point> simple = new ArrayList<>();
        for (Point point : path) {
            int size = simple.size();
            if (size > 0 && simple.get(size - 1).equals(point)) {
                continue;
            }
            if (size > 1 && inLine(simple.get(size - 2), simple.get(size - 1), point)) {
                simple.remove(size - 1);
            }
            simple.add(point);
        }
        return List.copyOf(simple);
    }

    private static boolean inLine(Point one, Point two, Point three) {
        return (one.x() == two.x() && two.x() == three.x()) || (one.y() == two.y() && two.y() == three.y());
    }
}
