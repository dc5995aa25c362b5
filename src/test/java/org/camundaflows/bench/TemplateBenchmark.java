package org.camundaflows.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Templates, conditions and the compiler, without an engine. */
final class TemplateBenchmark implements Benchmark {

    private static final int ITERATIONS = 5;

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public List<Table> run(Settings settings) throws Exception {
        Map<String, Double> scores = measure(settings).stream()
                .collect(Collectors.toMap(
                        result -> result.getPrimaryResult().getLabel(),
                        result -> result.getPrimaryResult().getScore(),
                        (one, other) -> one));
        Table table = new Table("Parts of a step, one thread", "what", "measured", "unit", "goal");
        row(table, scores, "text", "a text with two templates", "per second", score -> Table.atLeast(1e6, score));
        row(
                table,
                scores,
                "object",
                "an object with three templates",
                "per second",
                score -> Table.atLeast(1e6, score));
        row(table, scores, "filter", "a condition with 50 rules", "per second", score -> "");
        row(table, scores, "compile", "compile a flow of 1,000 steps", "ms", score -> Table.below(1000, score));
        row(table, scores, "validate", "validate it", "ms", score -> Table.below(1000, score));
        return List.of(table);
    }

    private static void row(
            Table table,
            Map<String, Double> scores,
            String label,
            String what,
            String unit,
            Function<Double, String> goal) {
        double score = scores.get(label);
        table.row(what, score, unit, goal.apply(score));
    }

    private static Collection<RunResult> measure(Settings settings) throws RunnerException {
        TimeValue time = TimeValue.milliseconds(Math.max(1, settings.time().toMillis() / (4 * ITERATIONS)));
        return new Runner(new OptionsBuilder()
                        .include(TemplateSpeed.class.getName())
                        .forks(settings.isSmoke() ? 0 : 1)
                        .warmupIterations(settings.isSmoke() ? 0 : ITERATIONS)
                        .measurementIterations(settings.isSmoke() ? 1 : ITERATIONS)
                        .warmupTime(time)
                        .measurementTime(time)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }
}
