package org.camundaflows.bench;

import java.util.List;
import org.camundaflows.FlowSketch;
import org.camundaflows.kill.ServerProcess;

/** The workload over its webhook, all runs recorded, on the packaged server with the embedded database. */
final class HttpBenchmark implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int SAMPLES = 10;
    private static final double RESIDENT_GOAL = 700;

    /**
     * Directus 12.4.1 with the same workload, one Node 22 process, SQLite, {@code accountability} all, 16 connections, on
     * a machine with two cores that the load shared: runs per second and 99th percentile, each as a range.
     */
    private static final double[] DIRECTUS_RUNS = {122, 135};

    private static final double[] DIRECTUS_LATE = {183, 190};

    @Override
    public String name() {
        return "http";
    }

    @Override
    public List<Table> run(Settings settings) throws Exception {
        FlowSketch sketch = Workload.flow("bench");
        try (TemporaryDirectory directory = TemporaryDirectory.create();
                ServerProcess server = BenchServer.start(settings.jar(), directory.path());
                Webhook webhook = new Webhook(server.client().url(), CONNECTIONS)) {
            server.client().deploy(sketch.json().toString());
            Load.Call call = number -> webhook.call(sketch.id());
            Load.during(CONNECTIONS, settings.time().dividedBy(2), call);
            Table speed = speed(Load.during(CONNECTIONS, settings.time(), call));
            return List.of(speed, memory(settings, new JavaMemory(server.pid()), call));
        }
    }

    private static Table speed(Load.Report report) {
        Table table = new Table(
                "Five steps over a webhook, %d connections, H2 file".formatted(CONNECTIONS),
                "",
                "measured",
                "Directus 12.4.1",
                "ratio");
        table.row("runs per second", report.perSecond(), range(DIRECTUS_RUNS), report.perSecond() / DIRECTUS_RUNS[1]);
        table.row("median, ms", report.percentile(50), "113–128", "");
        table.row("99 %, ms", report.percentile(99), range(DIRECTUS_LATE), report.percentile(99) / DIRECTUS_LATE[0]);
        return table.note(
                "The load comes from another process on the same machine. Ratios are with the better figure of"
                        + " Directus, which was measured on another machine with two cores.");
    }

    private static String range(double[] bounds) {
        return "%.0f–%.0f".formatted(bounds[0], bounds[1]);
    }

    private static Table memory(Settings settings, JavaMemory memory, Load.Call call) throws Exception {
        Table table =
                new Table("Memory of the server", "after runs", "live heap, MB", "resident, MB", "runs per second");
        table.row(0, memory.liveHeap(), memory.resident(), "");
        int step = Math.max(1, settings.runs() / SAMPLES);
        for (int done = step; done <= settings.runs(); done += step) {
            Load.Report report = Load.count(CONNECTIONS, step, call);
            double resident = memory.resident();
            table.row(done, memory.liveHeap(), resident, report.perSecond());
        }
        double resident = memory.resident();
        return table.note("Resident at the end: " + Table.below(RESIDENT_GOAL, resident) + " MB.");
    }
}
