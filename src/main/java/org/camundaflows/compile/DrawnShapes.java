package org.camundaflows.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.compile.Diagram.Point;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.flow.Position;

/**
 * Where the tasks of a document stand, as positions of operations. Positions are the author's as long as no task was moved;
 * then those of the moved ones follow, or all when the compiler had not used the author's.
 */
final class DrawnShapes {

    private static final int PIXELS = 12;
    private static final long FARTHEST = 100_000_000;
    private static final Position FIRST = new Position(19, 1);

    private final Map<String, Point> corners = new HashMap<>();

    private DrawnShapes() {}

    static DrawnShapes of(BpmnElement definitions) {
        DrawnShapes shapes = new DrawnShapes();
        definitions.children().stream()
                .filter(diagram -> diagram.type().equals("BPMNDiagram"))
                .flatMap(diagram -> diagram.children().stream())
                .flatMap(plane -> plane.children().stream())
                .filter(shape -> shape.type().equals("BPMNShape"))
                .forEach(shapes::add);
        return shapes;
    }

    private void add(BpmnElement shape) {
        for (BpmnElement bounds : shape.children()) {
            if (bounds.type().equals("Bounds")) {
                corners.put(
                        shape.attribute("bpmnElement"),
                        new Point(coordinate(bounds.attribute("x")), coordinate(bounds.attribute("y"))));
            }
        }
    }

    /** A task, its operation as decoded, and where it stands now and stood when compiled. */
    private record Drawn(FlowOperation operation, Optional<Point> now, Optional<Point> compiled) {

        boolean isMoved() {
            return now.isPresent() && !now.equals(compiled);
        }

        boolean hasReference() {
            return compiled.isPresent() && Position.of(operation).isPresent();
        }
    }

    /** The operations at their positions; {@code tasks} are theirs, in the same order. */
    List<FlowOperation> placed(List<FlowOperation> operations, List<BpmnElement> tasks, ElementTexts process) {
        List<Drawn> drawn = new ArrayList<>(operations.size());
        for (int i = 0; i < operations.size(); i++) {
            BpmnElement task = tasks.get(i);
            drawn.add(new Drawn(
                    operations.get(i),
                    Optional.ofNullable(corners.get(task.id())),
                    Optional.ofNullable(OperationFields.drawn(task.fields().texts()))));
        }
        if (drawn.stream().noneMatch(Drawn::isMoved)) {
            return operations;
        }
        boolean arranged =
                FieldCodec.more(process.texts()).path(FlowFields.ARRANGED).asBoolean();
        Optional<Drawn> reference =
                drawn.stream().filter(Drawn::hasReference).findFirst().filter(first -> !arranged);
        return reference.isPresent() ? followMoved(drawn, reference.get()) : followAll(drawn);
    }

    private static List<FlowOperation> followMoved(List<Drawn> drawn, Drawn reference) {
        return drawn.stream()
                .map(task -> task.isMoved() ? moved(task, task.hasReference() ? task : reference) : task.operation())
                .toList();
    }

    private static FlowOperation moved(Drawn task, Drawn reference) {
        return at(
                task,
                reference.compiled().orElseThrow(),
                Position.of(reference.operation()).orElseThrow());
    }

    private static List<FlowOperation> followAll(List<Drawn> drawn) {
        int left = drawn.stream()
                .flatMap(task -> task.now().stream())
                .mapToInt(Point::x)
                .min()
                .orElse(0);
        int top = drawn.stream()
                .flatMap(task -> task.now().stream())
                .mapToInt(Point::y)
                .min()
                .orElse(0);
        return drawn.stream().map(task -> at(task, new Point(left, top), FIRST)).toList();
    }

    /** The operation with the position of its shape, when {@code origin} on the canvas is {@code position} on the grid. */
    private static FlowOperation at(Drawn task, Point origin, Position position) {
        return task.now()
                .map(now -> new Position(
                                position.x() + grid(now.x() - origin.x()), position.y() + grid(now.y() - origin.y()))
                        .applied(task.operation()))
                .orElse(task.operation());
    }

    private static int grid(int pixels) {
        return Math.round((float) pixels / PIXELS);
    }

    private static int coordinate(String number) {
        try {
            return (int) Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(Double.parseDouble(number))));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
