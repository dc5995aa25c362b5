package org.camundaflows.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import org.camundaflows.FlowSketch;
import org.camundaflows.kill.ServerProcess;

/** Many flows on one server. */
final class ScaleBenchmark implements Benchmark {

    private static final int BATCH = 100;
    private static final int CONNECTIONS = 16;

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public List<Table> run(Settings settings) throws Exception {
        Table table = new Table(
                "%,d flows, each fired once".formatted(settings.flows()),
                "what",
                "measured",
                "live heap, MB",
                "resident, MB");
        try (TemporaryDirectory directory = TemporaryDirectory.create()) {
            try (ServerProcess server = start(table, "start without flows", settings, directory)) {
                deploy(table, server, settings.flows());
                fire(table, "fire each flow, runs/s", server, settings.flows());
                server.stop();
            }
            try (ServerProcess server = start(table, "start with all flows", settings, directory)) {
                fire(table, "fire each again, runs/s", server, settings.flows());
            }
        }
        return List.of(table);
    }

    private static ServerProcess start(Table table, String what, Settings settings, TemporaryDirectory directory)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        ServerProcess server = BenchServer.start(settings.jar(), directory.path());
        row(table, what + ", s", (System.nanoTime() - begin) / 1e9, server);
        return server;
    }

    private static void deploy(Table table, ServerProcess server, int flows) throws IOException, InterruptedException {
        int tenth = Math.max(1, flows / 10);
        row(table, "deploy the first tenth, flows/s", deploy(server, 0, tenth), server);
        if (flows > 2 * tenth) {
            deploy(server, tenth, flows - tenth);
        }
        row(table, "deploy the last tenth, flows/s", deploy(server, flows - tenth, flows), server);
    }

    /** How many flows per second. */
    private static double deploy(ServerProcess server, int from, int to) {
        long begin = System.nanoTime();
        for (int first = from; first < to; first += BATCH) {
            ArrayNode batch = JsonNodeFactory.instance.arrayNode();
            for (int i = first; i < Math.min(to, first + BATCH); i++) {
                batch.add(Workload.flow(flowName(i)).json());
            }
            server.client().deploy(batch.toString());
        }
        return (to - from) * 1e9 / (System.nanoTime() - begin);
    }

    private static void fire(Table table, String what, ServerProcess server, int flows) throws Exception {
        try (Webhook webhook = new Webhook(server.client().url(), CONNECTIONS)) {
            Load.Report report =
                    Load.count(CONNECTIONS, flows, number -> webhook.call(FlowSketch.id(flowName((int) number))));
            row(table, what, report.perSecond(), server);
        }
    }

    private static String flowName(int index) {
        return "scale " + index;
    }

    private static void row(Table table, String what, double measured, ServerProcess server)
            throws IOException, InterruptedException {
        JavaMemory memory = new JavaMemory(server.pid());
        double resident = memory.resident();
        table.row(what, measured, memory.liveHeap(), resident);
    }
}
