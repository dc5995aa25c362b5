package org.camundaflows.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camundaflows.compile.Diagram.Bounds;

/** Finds things by where they are. Answers come in the order in which things were added. */
final class Near<T> {

    private static final int CELL = 256;

    private record Entry<T>(int order, Bounds bounds, T thing) {}

    private final Map<Long, List<Entry<T>>> cells = new HashMap<>();
    private int count;

    void add(Bounds bounds, T thing) {
        Entry<T> entry = new Entry<>(count++, bounds, thing);
        for (long cell : cells(bounds)) {
            cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(entry);
        }
    }

    /** All whose bounds overlap the window. */
    List<T> in(Bounds window) {
        Set<Entry<T>> found = new LinkedHashSet<>();
        for (long cell : cells(window)) {
            for (Entry<T> entry : cells.getOrDefault(cell, List.of())) {
                if (entry.bounds().overlaps(window)) {
                    found.add(entry);
                }
            }
        }
        return found.stream()
                .sorted((one, other) -> Integer.compare(one.order(), other.order()))
                .map(Entry::thing)
                .toList();
    }

    private static List<Long> cells(Bounds bounds) {
        List<Long> cells = new ArrayList<>();
        for (int x = Math.floorDiv(bounds.x(), CELL); x <= Math.floorDiv(bounds.right(), CELL); x++) {
            for (int y = Math.floorDiv(bounds.y(), CELL); y <= Math.floorDiv(bounds.bottom(), CELL); y++) {
                cells.add(((long) x << 32) | (y & 0xFFFFFFFFL));
            }
        }
        return cells;
    }
}
