package org.camundaflows.compile;

/** A way to go on the canvas. */
enum Direction {
    RIGHT(0, 1, 0),
    DOWN(1, 0, 1),
    LEFT(2, -1, 0),
    UP(3, 0, -1);

    /** Place in {@link #values}. */
    final int index;

    final int dx;
    final int dy;

    Direction(int index, int dx, int dy) {
        this.index = index;
        this.dx = dx;
        this.dy = dy;
    }

    boolean isOpposite(Direction other) {
        return dx == -other.dx && dy == -other.dy;
    }
}
