package org.camundaflows.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camundaflows.engine.FlowLog;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

/** Runs the selected benchmarks one after the other; prints what they find and keeps it in files. */
class BenchmarkRun {

    static final List<Benchmark> ALL = List.of(
            new TemplateBenchmark(),
            new ScriptBenchmark(),
            new EngineBenchmark(),
            new HistoryBenchmark(),
            new HttpBenchmark(),
            new ScaleBenchmark(),
            new EventBenchmark());

    @TestFactory
    Stream<DynamicTest> benchmarks() {
        Settings settings = Settings.fromSystemProperties();
        return selected().map(each -> DynamicTest.dynamicTest(each.name(), () -> run(each, settings)));
    }

    private static Stream<Benchmark> selected() {
        List<String> names = Settings.selection();
        List<String> known = ALL.stream().map(Benchmark::name).toList();
        if (!known.containsAll(names)) {
            throw new IllegalArgumentException("-Dbench=" + String.join(",", names) + ": there are " + known);
        }
        return ALL.stream().filter(each -> names.isEmpty() || names.contains(each.name()));
    }

    /** Without the lines that the runs of this process log. */
    static List<Table> measure(Benchmark benchmark, Settings settings) throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(FlowLog.NAME);
        Level level = log.getLevel();
        log.setLevel(Level.WARN);
        try {
            return benchmark.run(settings);
        } finally {
            log.setLevel(level);
        }
    }

    private static void run(Benchmark benchmark, Settings settings) throws Exception {
        String report =
                measure(benchmark, settings).stream().map(Table::toString).collect(Collectors.joining("\n"));
        write(Settings.output().resolve(benchmark.name() + ".md"), report + "\n" + machine() + "\n");
        System.out.println("\n" + report);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.version");
    }
}
