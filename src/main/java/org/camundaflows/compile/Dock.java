package org.camundaflows.compile;

import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.Diagram.Point;

/**
 * Where an edge touches a shape.
 *
 * @param border the point on the shape's border
 * @param outside a point before it that is clear of the shape
 * @param direction the direction of the edge between the two
 * @param extra what makes this dock less welcome than others, in pixels
 */
record Dock(Point border, Point outside, Direction direction, int extra) {

    private static final int CLEAR = 14;
    private static final int BELOW_BOUNDARY = 14;
    private static final int TOP_EXTRA = 30;

    /** Out of the right side. */
    static Dock rightOf(Bounds shape) {
        Point border = new Point(shape.right(), shape.centerY());
        return new Dock(border, new Point(border.x() + CLEAR, border.y()), Direction.RIGHT, 0);
    }

    /** Out of the bottom of a boundary event. */
    static Dock below(Bounds boundary) {
        Point border = new Point(boundary.centerX(), boundary.bottom());
        return new Dock(border, new Point(border.x(), border.y() + BELOW_BOUNDARY), Direction.DOWN, 0);
    }

    /** Into the left side. */
    static Dock leftOf(Bounds shape) {
        Point border = new Point(shape.x(), shape.centerY());
        return new Dock(border, new Point(border.x() - CLEAR, border.y()), Direction.RIGHT, 0);
    }

    /** Into the top. */
    static Dock above(Bounds shape) {
        Point border = new Point(shape.centerX(), shape.y());
        return new Dock(border, new Point(border.x(), border.y() - CLEAR), Direction.DOWN, TOP_EXTRA);
    }
}
