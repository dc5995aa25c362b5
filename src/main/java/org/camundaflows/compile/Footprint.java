package org.camundaflows.compile;

import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.FlowGraph.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A task with the events that belong to it: how it is arranged, and how much room it takes around its anchor, the middle
 * of the task.
 *
 * @param start the start event, when it leads here
 * @param resolved the end event of an open success path
 * @param rejected the end event of an open failure path
 */
record Footprint(
        FlowGraph.Node task,
        TaskSize size,
        FlowGraph.Node boundary,
        FlowGraph.@Nullable Node start,
        FlowGraph.@Nullable Node resolved,
        FlowGraph.@Nullable Node rejected) {

    static final int EVENT = 36;

    private static final int DISTANCE = 36;
    private static final int DROP = 46;
    private static final int LABEL_HEIGHT = 14;
    private static final int LABEL_FONT = 11;
    private static final int LABEL_RESERVE = 8;
    private static final int BELOW_EVENT = 7;
    private static final int BESIDE_EVENT = 6;
    private static final int BESIDE_FLOW = 20;
    private static final int BELOW_TASK = 8;

    int left() {
        return size.width() / 2 + (start == null ? 0 : DISTANCE + EVENT + overhang(start));
    }

    int right() {
        int right = Math.max(size.width() / 2, BESIDE_FLOW + labelWidth(boundary));
        if (resolved != null) {
            right = Math.max(right, size.width() / 2 + DISTANCE + EVENT + overhang(resolved));
        }
        if (rejected != null) {
            right = Math.max(right, EVENT / 2 + BESIDE_EVENT + labelWidth(rejected));
        }
        return right;
    }

    int above() {
        return size.height() / 2;
    }

    int below() {
        return size.height() / 2 + (rejected == null ? BELOW_TASK + LABEL_HEIGHT : DROP + EVENT);
    }

    /** Adds shapes and labels to a drawing. */
    void place(int x, int y, Placement drawing) {
        Bounds box = new Bounds(x - size.width() / 2, y - size.height() / 2, size.width(), size.height());
        drawing.shape(task, box);
        drawing.shape(boundary, event(box.centerX(), box.bottom()));
        drawing.label(
                boundary,
                new Bounds(box.centerX() + BESIDE_FLOW, box.bottom() + BELOW_TASK, labelWidth(boundary), LABEL_HEIGHT));
        if (start != null) {
            placeEvent(start, event(box.x() - DISTANCE - EVENT / 2, y), drawing);
        }
        if (resolved != null) {
            placeEvent(resolved, event(box.right() + DISTANCE + EVENT / 2, y), drawing);
        }
        if (rejected != null) {
            Bounds end = event(box.centerX(), box.bottom() + DROP + EVENT / 2);
            drawing.shape(rejected, end);
            drawing.label(
                    rejected,
                    new Bounds(
                            end.right() + BESIDE_EVENT,
                            end.centerY() - LABEL_HEIGHT / 2,
                            labelWidth(rejected),
                            LABEL_HEIGHT));
        }
    }

    /** Places a start event and the end event it leads to, of a flow without entry. */
    static void placeEmpty(FlowGraph.Node start, FlowGraph.Node end, int x, int y, Placement drawing) {
        placeEvent(start, event(x + EVENT / 2, y), drawing);
        placeEvent(end, event(x + 2 * EVENT + 2 * DISTANCE, y), drawing);
    }

    private static void placeEvent(FlowGraph.Node node, Bounds bounds, Placement drawing) {
        int width = labelWidth(node);
        drawing.shape(node, bounds);
        drawing.label(
                node, new Bounds(bounds.centerX() - width / 2, bounds.bottom() + BELOW_EVENT, width, LABEL_HEIGHT));
    }

    private static Bounds event(int centerX, int centerY) {
        return new Bounds(centerX - EVENT / 2, centerY - EVENT / 2, EVENT, EVENT);
    }

    private static int overhang(FlowGraph.Node event) {
        return Math.max(0, (labelWidth(event) - EVENT) / 2);
    }

    private static int labelWidth(FlowGraph.Node event) {
        int width = TextSize.width(event.label(), LABEL_FONT) + LABEL_RESERVE;
        return width + width % 2;
    }

    /** The entry's footprint gets the start event, each footprint its open ends. */
    static Footprint of(FlowGraph.Node task, FlowGraph graph) {
        FlowGraph.Node boundary = graph.boundary(task);
        return new Footprint(
                task,
                TaskSize.of(task.label()),
                boundary,
                graph.isEntry(task) ? graph.start() : null,
                end(graph, task),
                end(graph, boundary));
    }

    private static FlowGraph.@Nullable Node end(FlowGraph graph, FlowGraph.Node source) {
        FlowGraph.Node target = graph.target(source);
        return target.kind() == Kind.END ? target : null;
    }
}
