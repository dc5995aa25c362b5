package org.camundaflows.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much is measured.
 *
 * @param seconds how long each measurement takes, beside what it needs to warm up
 * @param runs how many runs fill the history
 * @param flows how many flows are deployed
 * @param jar the packaged server
 * @param jdk another JDK for scripts
 * @param graal another version of GraalJS for it, with its compiler
 * @param isSmoke whether it only has to be seen that everything works
 */
record Settings(
        int seconds,
        int runs,
        int flows,
        @Nullable Path jar,
        @Nullable Path jdk,
        @Nullable String graal,
        boolean isSmoke) {

    static Settings fromSystemProperties() {
        return new Settings(
                Integer.getInteger("bench.seconds", 20),
                Integer.getInteger("bench.runs", 100_000),
                Integer.getInteger("bench.flows", 10_000),
                path("jar.exec"),
                path("bench.jdk"),
                System.getProperty("bench.graal"),
                false);
    }

    static Settings smoke() {
        return new Settings(0, 20, 2, null, null, null, true);
    }

    /** The names of the benchmarks to run; empty for all. */
    static List<String> selection() {
        String names = System.getProperty("bench", "");
        return names.isBlank() ? List.of() : List.of(names.trim().split("\\s*,\\s*"));
    }

    static Path output() {
        return Path.of(System.getProperty("bench.output", "target/benchmarks"));
    }

    private static @Nullable Path path(String property) {
        String path = System.getProperty(property);
        return path == null ? null : Path.of(path).toAbsolutePath();
    }

    Duration time() {
        return isSmoke ? Duration.ofMillis(40) : Duration.ofSeconds(seconds);
    }
}
