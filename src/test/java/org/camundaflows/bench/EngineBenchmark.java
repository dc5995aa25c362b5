package org.camundaflows.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.FlowSketch;
import org.camundaflows.operation.OperationRegistry;

/** A compiled flow against the same process written by hand. */
final class EngineBenchmark implements Benchmark {

    private static final double GOAL = 0.85;
    private static final int THREADS = 2;

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public List<Table> run(Settings settings) throws Exception {
        Table table = new Table(
                "A flow of five steps against the same process with Java delegates",
                "database",
                "workload",
                "by hand",
                "flow runs/s",
                "process runs/s",
                "ratio",
                "ratio by processor time",
                "goal");
        try (Operations operations = new Operations();
                TemporaryDirectory directory = TemporaryDirectory.create()) {
            measure(table, settings, "H2 file", directory.h2("engine", settings), "sa", operations.registry());
            if (!settings.isSmoke()) {
                onPostgres(table, settings, operations.registry());
            }
        }
        table.note("Both run in turn on one engine, " + THREADS
                + " threads; ratios are medians over the rounds. Processor time"
                + " is that of this process, without PostgreSQL's, and does not depend on what else the machine does.");
        return List.of(table);
    }

    private static void onPostgres(Table table, Settings settings, OperationRegistry operations) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            measure(table, settings, "PostgreSQL", url, "postgres", operations);
        } catch (IOException e) {
            table.note("PostgreSQL does not start on this machine: " + e.getMessage());
        }
    }

    private static void measure(
            Table table, Settings settings, String database, String url, String user, OperationRegistry operations)
            throws Exception {
        FlowSketch scripted = Workload.flow("scripted");
        FlowSketch plain = Workload.withoutScript("plain");
        HandWritten same = new HandWritten("scripted", scripted, true);
        HandWritten samePlain = new HandWritten("plain", plain, true);
        HandWritten lean = new HandWritten("lean", plain, false);
        Map<Object, Object> beans = new HashMap<>();
        List.of(same, samePlain, lean).forEach(each -> beans.putAll(each.beans(operations)));
        try (BenchEngine engine = BenchEngine.start(url, user, operations, beans)) {
            row(table, settings, List.of(database, "with script", "same process"), engine, same);
            row(table, settings, List.of(database, "without script", "same process"), engine, samePlain);
            row(table, settings, List.of(database, "without script", "no reject paths"), engine, lean);
        }
    }

    private static void row(Table table, Settings settings, List<String> names, BenchEngine engine, HandWritten byHand)
            throws Exception {
        Duration time = settings.time();
        Rounds rounds = Rounds.measure(THREADS, time, engine.flow(byHand.sketch()), byHand.deploy(engine.engine()));
        double ratio = rounds.ratio(Load.Report::perSecond);
        table.row(
                names.get(0),
                names.get(1),
                names.get(2),
                Rounds.median(rounds.first(), Load.Report::perSecond),
                Rounds.median(rounds.second(), Load.Report::perSecond),
                ratio,
                rounds.ratio(Load.Report::perCpuSecond),
                byHand.withRejectPaths() ? Table.atLeast(GOAL, ratio) : "");
    }
}
