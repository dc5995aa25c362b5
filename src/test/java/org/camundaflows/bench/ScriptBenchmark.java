package org.camundaflows.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scripts on this JDK and on another one, with and without the compiler for JavaScript. */
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
        String classPath = System.getProperty("java.class.path");
        Map<String, Double> base = measure(settings, own, QUIET, classPath);
        row(table, own, "interpreted", base, base);
        Path jdk = settings.jdk();
        if (jdk != null) {
            row(table, jdk, "interpreted", measure(settings, jdk, QUIET, classPath), base);
            if (settings.graal() != null) {
                GraalCompiler compiler = GraalCompiler.find(settings.graal(), classPath);
                row(
                        table,
                        jdk,
                        "compiled, GraalJS " + settings.graal(),
                        measure(settings, jdk, compiler.options(), compiler.classPath()),
                        base);
            }
        }
        table.note("Warm medians; “times as fast” compares with the first row.");
        return List.of(table);
    }

    private static void row(Table table, Path jdk, String mode, Map<String, Double> times, Map<String, Double> base) {
        double small = times.get(ScriptProgram.SMALL);
        double heavy = times.get(ScriptProgram.HEAVY);
        table.row(
                jdk.getFileName(),
                mode,
                small,
                base.get(ScriptProgram.SMALL) / small,
                heavy,
                base.get(ScriptProgram.HEAVY) / heavy);
    }

    private static Map<String, Double> measure(Settings settings, Path jdk, List<String> options, String classPath)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, ScriptProgram.class.getName()));
        command.add(settings.isSmoke() ? "2" : String.valueOf(200 * settings.seconds()));
        command.add(settings.isSmoke() ? "1" : String.valueOf(Math.max(4, settings.seconds())));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + output);
        }
        Map<String, Double> times = new HashMap<>();
        output.lines()
                .map(line -> line.split("="))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> times.put(parts[0], Double.valueOf(parts[1])));
        return times;
    }
}
