package org.camundaflows.compile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.flow.Position;

/** Flows whose operations stand anywhere and link to anywhere. */
final class ScatteredFlows {

    private static final int PANEL = 14;
    private static final int GRID_WIDTH = 50;

    private ScatteredFlows() {}

    /** Up to {@code most} operations, none of which overlap. */
    static Flow of(long seed, int most) {
        Random random = new Random(seed);
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Position next = new Position(random.nextInt(90) - 30, random.nextInt(70) + 1);
            if (positions.stream().noneMatch(other -> overlap(next, other))) {
                positions.add(next);
            }
        }
        return flow(random, positions);
    }

    /** Operations in rows of fifty. */
    static Flow grid(long seed, int count) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add(new Position(19 + 18 * (i % GRID_WIDTH), 1 + 16 * (i / GRID_WIDTH)));
        }
        return flow(new Random(seed), positions);
    }

    private static Flow flow(Random random, List<Position> positions) {
        ObjectNode flow = JsonNodeFactory.instance.objectNode();
        flow.put("id", "f").put("trigger", "webhook").put("operation", "o0");
        ArrayNode operations = flow.putArray("operations");
        for (int i = 0; i < positions.size(); i++) {
            ObjectNode operation = operations.addObject();
            operation
                    .put("id", "o" + i)
                    .put("type", "log")
                    .put("name", "Step " + "and so on ".repeat(random.nextInt(4)));
            operation
                    .put("position_x", positions.get(i).x())
                    .put("position_y", positions.get(i).y());
            for (String link : List.of("resolve", "reject")) {
                operation.put(link, random.nextInt(3) == 0 ? null : "o" + random.nextInt(positions.size()));
            }
        }
        return new FlowReader().read(flow).flows().get(0);
    }

    private static boolean overlap(Position one, Position other) {
        return Math.abs(one.x() - other.x()) < PANEL && Math.abs(one.y() - other.y()) < PANEL;
    }
}
