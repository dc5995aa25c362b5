package org.camundaflows.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Holds things on panels that do not overlap, at most one in each cell of a panel's size. */
final class PanelGrid<T> {

    /** A thing and the corner of its panel. */
    record Panel<T>(T thing, Position position) {}

    private final Map<Position, Panel<T>> cells = new HashMap<>();

    /** The panel that the new one overlaps; otherwise the new one is put on the grid. */
    Optional<Panel<T>> put(T thing, Position position) {
        Position cell = position.cell();
        for (int x = -1; x <= 1; x++) {
            for (int y = -1; y <= 1; y++) {
                Panel<T> other = cells.get(new Position(cell.x() + x, cell.y() + y));
                if (other != null && other.position().overlaps(position)) {
                    return Optional.of(other);
                }
            }
        }
        cells.put(cell, new Panel<>(thing, position));
        return Optional.empty();
    }
}
