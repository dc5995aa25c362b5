package org.camundaflows.flow;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No path over {@code resolve} and {@code reject} leads back to an operation it came through. */
final class CycleRule implements FlowRule {

    private static final int MOST_SHOWN = 10;

    @Override
    public void check(FlowGraph graph, Findings findings) {
        Walk walk = new Walk(graph, findings);
        graph.steps().forEach(step -> walk.from(step.index()));
    }

    /** Depth-first, with a path of its own: a flow of many operations must not exhaust the stack. */
    private static final class Walk {
        private final FlowGraph graph;
        private final Findings findings;
        private final BitSet done = new BitSet();
        private final BitSet onPath = new BitSet();
        private final Deque<Visit> path = new ArrayDeque<>();

        Walk(FlowGraph graph, Findings findings) {
            this.graph = graph;
            this.findings = findings;
        }

        void from(int start) {
            enter(start);
            while (!path.isEmpty()) {
                Visit visit = path.getLast();
                if (visit.next < visit.targets.length) {
                    follow(visit.index, visit.targets[visit.next++]);
                } else {
                    path.removeLast();
                    onPath.clear(visit.index);
                }
            }
        }

        private void follow(int source, int target) {
            if (onPath.get(target)) {
                report(source, target);
            } else {
                enter(target);
            }
        }

        private void enter(int index) {
            if (!done.get(index)) {
                done.set(index);
                onPath.set(index);
                path.addLast(new Visit(index, graph.targets(index)));
            }
        }

        private void report(int source, int target) {
            Step step = graph.steps().get(source);
            String link =
                    graph.resolve(step).filter(next -> next.index() == target).isPresent() ? "resolve" : "reject";
            List<Integer> cycle = path.stream()
                    .map(visit -> visit.index)
                    .dropWhile(index -> index != target)
                    .toList();
            String shown = Stream.concat(
                            cycle.stream().limit(MOST_SHOWN).map(this::key),
                            cycle.size() > MOST_SHOWN ? Stream.of("…", key(target)) : Stream.of(key(target)))
                    .collect(Collectors.joining(" → "));
            findings.on(step)
                    .add(
                            IssueCode.LINK_CYCLE,
                            step.place().member(link),
                            "\"" + link + "\" leads back, over " + cycle.size() + " operation(s): " + shown + ".");
        }

        private String key(int index) {
            return graph.steps().get(index).shown();
        }
    }

    private static final class Visit {
        private final int index;
        private final int[] targets;
        private int next;

        Visit(int index, int[] targets) {
            this.index = index;
            this.targets = targets;
        }
    }
}
