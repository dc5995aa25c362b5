package org.camundaflows.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which results can be in the data chain when a step starts: those of the steps on some path to it. Works on numbers
 * only, because every step of a long flow may ask about all steps before it.
 */
final class EarlierKeys {

    private final FlowGraph graph;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] keys;
    /** By step and by key: the last round in which it was met, or was asked for. */
    private final int[] met;

    private final int[] wanted;
    private final int[] open;
    private int round;

    EarlierKeys(FlowGraph graph) {
        int size = graph.steps().size();
        this.graph = graph;
        this.keys = graph.steps().stream()
                .mapToInt(step -> numbers.computeIfAbsent(step.key(), key -> numbers.size()))
                .toArray();
        this.met = new int[size];
        this.wanted = new int[size];
        this.open = new int[size];
    }

    /** Whether any step has that key. */
    boolean isKey(String name) {
        return numbers.containsKey(name);
    }

    /** Those of the names that no step before this one has as its key. */
    Set<String> unknown(Step step, Set<String> names) {
        round++;
        int left = 0;
        for (String name : names) {
            Integer number = numbers.get(name);
            if (number != null) {
                wanted[number] = round;
                left++;
            }
        }
        walkBack(step.index(), left);
        Set<String> unknown = new HashSet<>(names);
        unknown.removeIf(name -> isKey(name) && wanted[numbers.getOrDefault(name, 0)] != round);
        return unknown;
    }

    /** Strikes the keys met on all paths back, until none is left. */
    private void walkBack(int start, int wantedKeys) {
        int left = wantedKeys;
        int size = push(start, 0);
        while (size > 0 && left > 0) {
            int index = open[--size];
            if (wanted[keys[index]] == round) {
                wanted[keys[index]] = 0;
                left--;
            }
            size = push(index, size);
        }
    }

    private int push(int index, int size) {
        int next = size;
        for (int earlier : graph.predecessors(index)) {
            if (met[earlier] != round && graph.isReachable(earlier)) {
                met[earlier] = round;
                open[next++] = earlier;
            }
        }
        return next;
    }
}
