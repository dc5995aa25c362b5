package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where an operation is drawn, in grid units (specification: flows-and-operations, section 4). An operation covers 14 by
 * 14 units.
 */
public record Position(int x, int y) {

    static final String X = "position_x";
    static final String Y = "position_y";
    static final Position ORIGIN = new Position(0, 0);

    private static final int PANEL = 14;

    /** The position as written; empty when a coordinate is missing or no whole number. */
    public static Optional<Position> of(FlowOperation operation) {
        OptionalInt x = coordinate(operation.json().path(X));
        OptionalInt y = coordinate(operation.json().path(Y));
        return x.isPresent() && y.isPresent()
                ? Optional.of(new Position(x.getAsInt(), y.getAsInt()))
                : Optional.empty();
    }

    /** The operation with this position. */
    public FlowOperation applied(FlowOperation operation) {
        return new FlowOperation(operation.json().deepCopy().put(X, x).put(Y, y));
    }

    static OptionalInt coordinate(JsonNode value) {
        boolean whole = value.isNumber()
                && value.canConvertToInt()
                && value.decimalValue().stripTrailingZeros().scale() <= 0;
        return whole ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    boolean overlaps(Position other) {
        return Math.abs((long) x - other.x) < PANEL && Math.abs((long) y - other.y) < PANEL;
    }

    /** The cell of a grid of panels that holds this position. */
    Position cell() {
        return new Position(Math.floorDiv(x, PANEL), Math.floorDiv(y, PANEL));
    }

    @Override
    public String toString() {
        return "(" + x + ", " + y + ")";
    }
}
