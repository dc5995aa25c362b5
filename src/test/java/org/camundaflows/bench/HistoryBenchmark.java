package org.camundaflows.bench;

import java.util.List;
import java.util.Map;
import org.camundaflows.FlowSketch;
import org.camundaflows.engine.RunFilter;
import org.camundaflows.engine.RunHistory;
import org.camundaflows.engine.RunStatus;
import org.jspecify.annotations.Nullable;

/** What a long history costs: triggers and pages of the run log beside an engine that has hardly any. */
final class HistoryBenchmark implements Benchmark {

    private static final double RATIO = 1.1;
    private static final double PAGE_MILLISECONDS = 100;
    private static final int PAGE = 100;
    private static final int THREADS = 2;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public List<Table> run(Settings settings) throws Exception {
        try (Operations operations = new Operations();
                TemporaryDirectory directory = TemporaryDirectory.create();
                BenchEngine full =
                        BenchEngine.start(directory.h2("full", settings), "sa", operations.registry(), Map.of());
                BenchEngine empty =
                        BenchEngine.start(directory.h2("empty", settings), "sa", operations.registry(), Map.of())) {
            FlowSketch sketch = Workload.withoutScript("history");
            Load.Call toFull = full.flow(sketch);
            Load.count(THREADS, settings.runs(), toFull);
            Rounds rounds = Rounds.measure(1, settings.time(), toFull, empty.flow(sketch));
            return List.of(
                    triggers(settings, rounds), pages(settings, full.flows().history(), sketch.id()));
        }
    }

    private static Table triggers(Settings settings, Rounds rounds) {
        Load.Report full = Load.Report.merged(rounds.first());
        Load.Report empty = Load.Report.merged(rounds.second());
        Table table = new Table(
                "A run after %,d runs, H2 file".formatted(settings.runs()),
                "",
                "long history, ms",
                "short, ms",
                "ratio",
                "goal");
        double median = rounds.ratio(report -> report.percentile(50));
        table.row("median", full.percentile(50), empty.percentile(50), median, Table.below(RATIO, median));
        double late = full.percentile(99) / empty.percentile(99);
        table.row("99 %", full.percentile(99), empty.percentile(99), late, Table.below(RATIO, late));
        return table.note("The short history grows to %,d runs while it is measured.".formatted(empty.nanos().length));
    }

    private static Table pages(Settings settings, RunHistory history, String flow) throws Exception {
        Table table = new Table("A page of 100 runs with the number of all", "page", "median, ms", "goal");
        page(table, settings, "newest runs", history, filter(null, null), 0);
        page(table, settings, "newest runs of one flow", history, filter(flow, null), 0);
        page(table, settings, "resolved", history, filter(null, RunStatus.RESOLVED), 0);
        page(table, settings, "running", history, filter(null, RunStatus.RUNNING), 0);
        page(table, settings, "failed", history, filter(null, RunStatus.FAILED), 0);
        page(table, settings, "half way back", history, filter(null, null), settings.runs() / 2);
        return table;
    }

    private static RunFilter filter(@Nullable String flow, @Nullable RunStatus status) {
        return new RunFilter(flow, status, null, null);
    }

    private static void page(
            Table table, Settings settings, String name, RunHistory history, RunFilter filter, int offset)
            throws Exception {
        Load.Report report = Load.count(1, settings.isSmoke() ? 1 : 20, number -> {
            history.list(filter, offset, PAGE);
            history.count(filter);
        });
        double median = report.percentile(50);
        table.row(name, median, Table.below(PAGE_MILLISECONDS, median));
    }
}
