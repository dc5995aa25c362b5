package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camundaflows.json.Json;

/** Reads a directory of cases: {@code cases/<area>/<name>.json} and {@code deviations.json}. */
final class CaseReader {

    private final Path directory;

    CaseReader(Path directory) {
        this.directory = directory;
    }

    /** All cases, by area and name. */
    List<Case> cases() {
        try (Stream<Path> files = Files.walk(directory.resolve("cases"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new Case(read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    World world(String name) {
        return new World(read(directory.resolve("worlds").resolve(name + ".json")));
    }

    /** Ids of the cases that are not run as recorded; empty when the directory does not say. */
    Set<String> deviations() {
        Set<String> ids = new TreeSet<>();
        Path file = directory.resolve("deviations.json");
        if (Files.exists(file)) {
            read(file).forEach(deviation -> ids.add(deviation.path("id").asText()));
        }
        return ids;
    }

    private static JsonNode read(Path file) {
        try {
            return Json.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
