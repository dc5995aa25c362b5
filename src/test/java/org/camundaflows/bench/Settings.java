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
 * @param jdkOptions options of its JVM
 * @param isSmoke whether it only has to be seen that everything works
 */
record Settings(
        int seconds,
        int runs,
        int flows,
        @Nullable Path jar,
        @Nullable Path jdk,
        List<String> jdkOptions,
        boolean isSmoke) {

    static Settings fromSystemProperties() {
        return new Settings(
                Integer.getInteger("bench.seconds", 20),
                Integer.getInteger("bench.runs", 100_000),
                Integer.getInteger("bench.flows", 10_000),
                path("jar.exec"),
                path("bench.jdk"),
                words("bench.jdk.options"),
                false);
    }

    static Settings smoke() {
        return new Settings(0, 20, 2, null, null, List.of(), true);
    }

    /** The names of the benchmarks to run; empty for all. */
    static List<String> selection() {
        return words("bench");
    }

    static Path output() {
        return Path.of(System.getProperty("bench.output", "target/benchmarks"));
    }

    /** Separated by commas or blanks. */
    private static List<String> words(String property) {
        String words = System.getProperty(property, "").trim();
        return words.isEmpty() ? List.of() : List.of(words.split("[,\\s]+"));
    }

    private static @Nullable Path path(String property) {
        String path = System.getProperty(property);
        return path == null ? null : Path.of(path).toAbsolutePath();
    }

    Duration time() {
        return isSmoke ? Duration.ofMillis(40) : Duration.ofSeconds(seconds);
    }
}
