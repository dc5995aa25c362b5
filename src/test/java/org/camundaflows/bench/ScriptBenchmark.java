package org.camundaflows.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scripts on this JDK and on another one. */
final class ScriptBenchmark implements Benchmark {

    private static final List<String> QUIET =
            List.of("-Dpolyglot.engine.WarnInterpreterOnly=false", "-Dpolyglotimpl.AttachLibraryFailureAction=ignore");

    @Override
    public String name() {
        return "exec";
    }

    @Override
    public List<Table> run(Settings settings) throws Exception {
        Table table = new Table(
                "Scripts",
                "Java",
                "JavaScript",
                "small script, ms",
                "times as fast",
                "primes below 2,000,000, ms",
                "times as fast");
        Path own = Path.of(System.getProperty("java.home"));
        Map<String, String> base = measure(settings, own, QUIET);
        row(table, own, base, base);
        Path jdk = settings.jdk();
        if (jdk != null) {
            List<String> options = new ArrayList<>(QUIET);
            options.addAll(settings.jdkOptions());
            row(table, jdk, measure(settings, jdk, options), base);
        }
        table.note("Warm medians; “times as fast” compares with the first row.");
        return List.of(table);
    }

    private static void row(Table table, Path jdk, Map<String, String> found, Map<String, String> base) {
        double small = milliseconds(found, ScriptProgram.SMALL);
        double heavy = milliseconds(found, ScriptProgram.HEAVY);
        table.row(
                jdk.getFileName(),
                found.get(ScriptProgram.MODE),
                small,
                milliseconds(base, ScriptProgram.SMALL) / small,
                heavy,
                milliseconds(base, ScriptProgram.HEAVY) / heavy);
    }

    private static double milliseconds(Map<String, String> found, String script) {
        return Double.parseDouble(found.get(script));
    }

    private static Map<String, String> measure(Settings settings, Path jdk, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ScriptProgram.class.getName()));
        command.add(settings.isSmoke() ? "2" : String.valueOf(200 * settings.seconds()));
        command.add(settings.isSmoke() ? "1" : String.valueOf(Math.max(4, settings.seconds())));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + output);
        }
        Map<String, String> found = new HashMap<>();
        output.lines()
                .map(line -> line.split("="))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> found.put(parts[0], parts[1]));
        return found;
    }
}
