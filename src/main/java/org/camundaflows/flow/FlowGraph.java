package org.camundaflows.flow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The operations of a flow and their links by index. Links that name none of its operations are left out. */
final class FlowGraph {

    private static final int NONE = -1;

    private final Flow flow;
    private final List<Step> steps;
    private final Map<String, Step> byId = new HashMap<>();
    private final int[] resolve;
    private final int[] reject;
    private final int[][] predecessors;
    private final BitSet reachable = new BitSet();

    FlowGraph(Flow flow) {
        this.flow = flow;
        List<FlowOperation> operations = flow.operations();
        Place place = Place.ROOT.member("operations");
        steps = IntStream.range(0, operations.size())
                .mapToObj(i -> new Step(i, operations.get(i), place.element(i)))
                .toList();
        steps.stream()
                .filter(step -> !step.operation().id().isEmpty())
                .forEach(step -> byId.putIfAbsent(step.operation().id(), step));
        resolve = links("resolve");
        reject = links("reject");
        predecessors = invert();
        entry().ifPresent(entry -> reach(entry.index()));
    }

    Flow flow() {
        return flow;
    }

    List<Step> steps() {
        return steps;
    }

    /** The operation of that id; the first one where several claim it. */
    Optional<Step> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The operation a run starts with; empty when the id names none. */
    Optional<Step> entry() {
        return Flow.textOf(flow.json().get("operation")).flatMap(this::find);
    }

    Optional<Step> resolve(Step step) {
        return step(resolve[step.index()]);
    }

    Optional<Step> reject(Step step) {
        return step(reject[step.index()]);
    }

    /** The indexes of the targets: that of {@code resolve} first. */
    int[] targets(int index) {
        return IntStream.of(resolve[index], reject[index])
                .filter(target -> target != NONE)
                .toArray();
    }

    /** The indexes of the operations that link here. */
    int[] predecessors(int index) {
        return predecessors[index];
    }

    boolean isReachable(int index) {
        return reachable.get(index);
    }

    private Optional<Step> step(int index) {
        return index == NONE ? Optional.empty() : Optional.of(steps.get(index));
    }

    private int[] links(String member) {
        return steps.stream()
                .mapToInt(step -> Flow.textOf(step.member(member))
                        .flatMap(this::find)
                        .map(Step::index)
                        .orElse(NONE))
                .toArray();
    }

    private int[][] invert() {
        int[][] sources = new int[steps.size()][];
        Arrays.fill(sources, new int[0]);
        for (Step step : steps) {
            for (int target : IntStream.of(targets(step.index())).distinct().toArray()) {
                int count = sources[target].length;
                sources[target] = Arrays.copyOf(sources[target], count + 1);
                sources[target][count] = step.index();
            }
        }
        return sources;
    }

    private void reach(int entry) {
        Deque<Integer> open = new ArrayDeque<>(List.of(entry));
        while (!open.isEmpty()) {
            int index = open.pop();
            if (!reachable.get(index)) {
                reachable.set(index);
                Arrays.stream(targets(index)).forEach(open::push);
            }
        }
    }
}
