package org.camundaflows.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Which results can be in the data chain when a step starts: those of the steps on some path to it. */
final class EarlierKeys {

    private final FlowGraph graph;
    private final int[] visitedFor;
    private int round;

    EarlierKeys(FlowGraph graph) {
        this.graph = graph;
        this.visitedFor = new int[graph.steps().size()];
    }

    /** Those of the names that no step before this one has as its key. */
    Set<String> unknown(Step step, Set<String> names) {
        Set<String> open = new HashSet<>(names);
        round++;
        Deque<Integer> before = new ArrayDeque<>(graph.predecessors(step.index()));
        while (!before.isEmpty() && !open.isEmpty()) {
            int index = before.pop();
            Step earlier = graph.steps().get(index);
            if (visitedFor[index] != round && graph.isReachable(earlier)) {
                visitedFor[index] = round;
                open.remove(earlier.key());
                before.addAll(graph.predecessors(index));
            }
        }
        return open;
    }
}
