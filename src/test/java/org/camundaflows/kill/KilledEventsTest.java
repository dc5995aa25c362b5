package org.camundaflows.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server is killed when items have been written and most of the flows that act on it have not been started; and again
 * while they run: no event is lost.
 */
@Tag("kill")
class KilledEventsTest {

    private static final Duration LATE = Duration.ofSeconds(60);
    private static final int ITEMS = 60;

    @TempDir
    Path dataDir;

    @ParameterizedTest
    @EnumSource
    void everyEventIsHeardHoweverOftenTheServerIsKilled(Database kind) throws IOException {
        try (Database.Running database = kind.start();
                EffectStub outside = EffectStub.start(() -> {})) {
            List<String> arguments = new ArrayList<>(database.arguments());
            arguments.add("--camunda.bpm.job-execution.core-pool-size=4");
            arguments.add("--camunda.bpm.job-execution.max-pool-size=4");
            Things things = Things.of(dataDir, arguments);
            things.create();
            FlowSketch flow = flow(outside.url());

            try (ServerProcess server = ServerProcess.start(dataDir, arguments)) {
                server.client().deploy("[" + flow.json() + "]");
                assertThat(server.client().create("things", items()).statusCode())
                        .isEqualTo(200);
                server.kill();
            }
            assertThat(things.notStarted()).isPositive();

            outside.hold("/1/second");
            try (ServerProcess server = ServerProcess.start(dataDir, arguments)) {
                outside.awaitArrivals("/1/second", 1);
                server.kill();
            }
            outside.release("/1/second");

            try (ServerProcess server = ServerProcess.start(dataDir, arguments)) {
                for (int item = 1; item <= ITEMS; item++) {
                    outside.awaitArrivals("/" + item + "/second", 1);
                }
                await().atMost(LATE)
                        .until(() -> server.client().list("status=running").isEmpty());
                check(server.client().runs("flow=" + flow.id()));
            }
            assertThat(things.notStarted()).isZero();
            assertThat(outside.arrivals("/1/second")).isGreaterThan(1);
        }
    }

    private static void check(List<JsonNode> runs) {
        assertThat(runs).extracting(run -> run.path("status").asText()).containsOnly("resolved");
        assertThat(runs.stream()
                        .map(run -> run.at("/data/$trigger/key").asInt())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, ITEMS).boxed().toList());
    }

    private static String items() {
        return IntStream.rangeClosed(1, ITEMS)
                .mapToObj(i -> "{\"title\":\"thing " + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static FlowSketch flow(String outside) {
        String request = "{\"method\":\"POST\",\"url\":\"" + outside + "/{{$trigger.key}}/%s\"}";
        return FlowSketch.called("hearing")
                .trigger("event")
                .member("accountability", "all")
                .option("type", "action")
                .option("scope", "items.create")
                .option("collections", "things")
                .step("first", "request", request.formatted("first"))
                .step("second", "request", request.formatted("second"));
    }
}
