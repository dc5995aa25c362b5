package org.camundaflows.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camundaflows.flow.FlowDocument;
import org.camundaflows.flow.FlowReadException;
import org.camundaflows.flow.FlowReader;

/** Reads the files and directories of a command line, all of them, whatever is wrong with some. */
final class FlowFiles {

    private static final String FLOWS = "flows.json";
    private static final String OPERATIONS = "operations.json";

    private final FlowReader reader = new FlowReader();
    private final Set<Path> remaining;
    private final List<FlowSet.File> files = new ArrayList<>();
    private final List<FlowSet.Unreadable> unreadable = new ArrayList<>();

    FlowFiles(List<Path> paths) {
        remaining = new LinkedHashSet<>(paths);
    }

    FlowSet read() {
        pairs();
        remaining.forEach(this::read);
        return new FlowSet(files, unreadable);
    }

    /** {@code flows.json} and {@code operations.json} of one directory; both names may have the same beginning. */
    private void pairs() {
        for (Path operations : List.copyOf(remaining)) {
            String name = String.valueOf(operations.getFileName());
            if (name.endsWith(OPERATIONS)) {
                String prefix = name.substring(0, name.length() - OPERATIONS.length());
                Path flows = operations.resolveSibling(prefix + FLOWS);
                if (remaining.remove(flows)) {
                    remaining.remove(operations);
                    add(flows, () -> reader.read(flows, operations));
                }
            }
        }
    }

    private void read(Path path) {
        if (!Files.isDirectory(path) || Files.exists(path.resolve(FLOWS))) {
            add(path, () -> reader.read(path));
            return;
        }
        List<Path> inside = flowFiles(path);
        if (inside.isEmpty()) {
            unreadable.add(new FlowSet.Unreadable(path, "$", path + ": expected *.json files, found none"));
        }
        inside.forEach(file -> add(file, () -> reader.read(file)));
    }

    private static List<Path> flowFiles(Path directory) {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path path, Supplier<FlowDocument> read) {
        try {
            files.add(new FlowSet.File(path, read.get()));
        } catch (FlowReadException e) {
            unreadable.add(new FlowSet.Unreadable(path, e.place(), String.valueOf(e.getMessage())));
        }
    }
}
