package org.camundaflows.compile;

import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.Diagram.Point;

/**
 * A straight piece of a drawn edge.
 *
 * @param target where the edge leads; edges with one target may share their last pieces
 */
record Wire(Point from, Point to, String target) {

    boolean isHorizontal() {
        return from.y() == to.y();
    }

    int length() {
        return Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
    }

    /** The piece as an area, a pixel thick. */
    Bounds bounds() {
        return new Bounds(
                Math.min(from.x(), to.x()),
                Math.min(from.y(), to.y()),
                Math.abs(to.x() - from.x()) + 1,
                Math.abs(to.y() - from.y()) + 1);
    }
}
