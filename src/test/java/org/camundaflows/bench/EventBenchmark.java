package org.camundaflows.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.camundaflows.FlowSketch;
import org.camundaflows.kill.ServerClient;
import org.camundaflows.kill.ServerProcess;
import org.camundaflows.kill.Things;

/** Items created over HTTP, each heard of by a flow that acts on it, on the packaged server with the embedded database. */
final class EventBenchmark implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP = 200;
    private static final int EVENTS = 1000;
    private static final Duration LATE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "events";
    }

    @Override
    public List<Table> run(Settings settings) throws Exception {
        try (TemporaryDirectory directory = TemporaryDirectory.create()) {
            Path data = directory.path();
            Things.embedded(data).create();
            try (ServerProcess server = BenchServer.start(settings.jar(), data)) {
                return List.of(measure(server.client(), settings.isSmoke() ? 20 : EVENTS));
            }
        }
    }

    private static Table measure(ServerClient client, int events) throws Exception {
        FlowSketch warming = flow("warming");
        client.deploy("[" + warming.json() + "]");
        Load.count(CONNECTIONS, WARM_UP, number -> create(client, number));
        awaitEnd(client, warming, WARM_UP);

        FlowSketch measured = flow("measured");
        client.deploy("[" + warming.member("status", "inactive").json() + "," + measured.json() + "]");
        long begin = System.nanoTime();
        Load.Report load = Load.count(CONNECTIONS, events, number -> create(client, number));
        awaitEnd(client, measured, events);
        double seconds = (System.nanoTime() - begin) / 1e9;

        Set<String> heard = client.list("flow=" + measured.id()).stream()
                .map(run -> client.run(run.path("id").asText())
                        .at("/data/$trigger/payload/title")
                        .asText())
                .collect(Collectors.toSet());
        return new Table("%d items created, %d connections, H2 file".formatted(events, CONNECTIONS), "", "measured")
                .row("items per second", load.perSecond())
                .row("median, ms", load.percentile(50))
                .row("99 %, ms", load.percentile(99))
                .row("events per second, until their runs have ended", events / seconds)
                .row("events lost", events - heard.size());
    }

    private static FlowSketch flow(String name) {
        return FlowSketch.called(name)
                .trigger("event")
                .member("accountability", "all")
                .option("type", "action")
                .option("scope", "items.create")
                .option("collections", "things")
                .transform("heard", "{\"title\":\"{{$trigger.payload.title}}\"}");
    }

    private static void create(ServerClient client, long number) {
        int status =
                client.create("things", "{\"title\":\"thing " + number + "\"}").statusCode();
        if (status != 200) {
            throw new IllegalStateException("The server answered " + status);
        }
    }

    private static void awaitEnd(ServerClient client, FlowSketch flow, int runs) {
        Awaitility.await()
                .atMost(LATE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> client.list("status=resolved&flow=" + flow.id()).size() >= runs);
    }
}
