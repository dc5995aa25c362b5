package org.camundaflows.compile;

/** A way to go on the canvas. */
enum Direction {
    RIGHT(1, 0),
    DOWN(0, 1),
    LEFT(-1, 0),
    UP(0, -1);

    final int dx;
    final int dy;

    Direction(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    boolean isOpposite(Direction other) {
        return dx == -other.dx && dy == -other.dy;
    }
}
