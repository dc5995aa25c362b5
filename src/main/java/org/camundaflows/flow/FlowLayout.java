package org.camundaflows.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a flow out on the grid: success to the right, failure to the right in a new row (specification:
 * flows-and-operations, section 4). The result depends on the flow alone; cycles and dangling links are tolerated.
 */
public final class FlowLayout {

    private FlowLayout() {}

    /** Whether a position is missing or at (0, 0), or two operations share one. */
    public static boolean needed(Flow flow) {
        Set<Position> taken = new HashSet<>();
        for (FlowOperation operation : flow.operations()) {
            Optional<Position> position = Position.of(operation);
            if (position.isEmpty() || position.get().equals(Position.ORIGIN) || !taken.add(position.get())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the panels of two operations overlap, as far as operations have a position. */
    public static boolean overlaps(Flow flow) {
        PanelGrid<FlowOperation> grid = new PanelGrid<>();
        for (FlowOperation operation : flow.operations()) {
            if (Position.of(operation)
                    .flatMap(position -> grid.put(operation, position))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The position of each operation by its id. Operations without an id have none. */
    public static Map<String, Position> positions(Flow flow) {
        return new LayoutWalk(new FlowGraph(flow)).positions();
    }

    /** Those of {@link #positions} that differ from what the flow says. */
    public static Map<String, Position> changes(Flow flow) {
        Map<String, Position> changes = new LinkedHashMap<>(positions(flow));
        for (FlowOperation operation : flow.operations()) {
            Position.of(operation).ifPresent(position -> changes.remove(operation.id(), position));
        }
        return changes;
    }

    /** The flow with the positions of {@link #positions} in its operations. */
    public static Flow arranged(Flow flow) {
        Map<String, Position> positions = positions(flow);
        List<FlowOperation> operations = new ArrayList<>(flow.operations().size());
        for (FlowOperation operation : flow.operations()) {
            Position position = positions.get(operation.id());
            operations.add(position == null ? operation : position.applied(operation));
        }
        return new Flow(flow.json(), operations);
    }
}
