package org.camundaflows.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs of a five-step flow, each caught at another point, survive the server being killed twice: every accepted run ends
 * exactly once, and only the one effect in flight repeats.
 */
class KilledServerTest {

    private static final String FLOW = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String CALLED = "aaaaaaaa-0000-4000-8000-000000000002";
    private static final Duration LATE = Duration.ofSeconds(60);

    /** As many as runs that are caught with a thread: further ones cannot begin. */
    private static final int THREADS = 4;

    @TempDir
    Path dataDir;

    private final Map<String, List<Integer>> expected = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource
    void acceptedRunsEndOnceAndOnlyWhatWasInFlightRepeats(Database kind) throws IOException {
        try (Database.Running database = kind.start();
                EffectStub outside = EffectStub.start(() -> {})) {
            List<String> arguments = arguments(database);
            for (String path : List.of("/effect/first", "/called/called", "/commit/last", "/uncommitted/first")) {
                outside.hold(path);
            }
            try (ServerProcess server = ServerProcess.start(dataDir, arguments)) {
                server.client().deploy(flows(outside.url()));
                catchRuns(server.client(), outside);
                // answered, and napping in its thread: the commit is a second away
                outside.release("/uncommitted/first");
                server.kill();
            }
            try (ServerProcess server = ServerProcess.start(dataDir, arguments)) {
                outside.awaitArrivals("/effect/first", 2);
                outside.awaitArrivals("/called/called", 2);
                outside.awaitArrivals("/commit/last", 2);
                server.kill();
            }
            for (String path : List.of("/effect/first", "/called/called", "/commit/last")) {
                outside.release(path);
            }
            try (ServerProcess server = ServerProcess.start(dataDir, arguments)) {
                await().atMost(LATE)
                        .until(() -> server.client().list("status=running").isEmpty());
                check(server.client(), outside);
            }
        }
    }

    /** The names are those of the moment at which a run is caught. */
    private void catchRuns(ServerClient client, EffectStub outside) {
        accept(client, "effect", 0, List.of(3, 1, 1));
        outside.awaitArrivals("/effect/first", 1);
        accept(client, "commit", 0, List.of(1, 1, 3));
        outside.awaitArrivals("/commit/last", 1);
        accept(client, "called", 0, List.of(1, 3, 1));
        outside.awaitArrivals("/called/called", 1);
        accept(client, "sleep", 5000, List.of(1, 1, 1));
        await().atMost(LATE).until(() -> sleeps(client, "sleep"));
        accept(client, "uncommitted", 1900, List.of(2, 1, 1));
        outside.awaitArrivals("/uncommitted/first", 1);
        accept(client, "start", 0, List.of(1, 1, 1));
        assertThat(outside.arrivals("/start/first")).isZero();
    }

    /** @param effects how often those of the first, the called and the last step are to happen */
    private void accept(ServerClient client, String name, int nap, List<Integer> effects) {
        String body = "{\"name\":\"%s\",\"nap\":%d}".formatted(name, nap);
        assertThat(client.trigger(FLOW, body).statusCode()).isEqualTo(204);
        expected.put(name, effects);
    }

    private static boolean sleeps(ServerClient client, String name) {
        return client.runs("flow=" + FLOW + "&status=running").stream()
                .filter(run -> name(run).equals(name))
                .anyMatch(
                        run -> run.path("steps").path(2).path("status").asText().equals("waiting"));
    }

    private void check(ServerClient client, EffectStub outside) {
        List<JsonNode> runs = client.runs("flow=" + FLOW);
        assertThat(runs).extracting(KilledServerTest::name).containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (JsonNode run : runs) {
            String name = name(run);
            assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("resolved");
            assertThat(run.path("steps"))
                    .as(name)
                    .extracting(step -> step.path("key").asText() + " "
                            + step.path("status").asText())
                    .containsExactly("first resolve", "shape resolve", "nap resolve", "call resolve", "last resolve");
            assertThat(List.of(
                            outside.arrivals("/" + name + "/first"),
                            outside.arrivals("/" + name + "/called"),
                            outside.arrivals("/" + name + "/last")))
                    .as(name)
                    .isEqualTo(expected.get(name));
        }
        List<JsonNode> called = client.list("flow=" + CALLED);
        assertThat(called)
                .extracting(run -> run.path("parent").asText())
                .containsExactlyInAnyOrderElementsOf(
                        runs.stream().map(run -> run.path("id").asText()).toList());
        assertThat(called).extracting(run -> run.path("status").asText()).containsOnly("resolved");
    }

    private static String name(JsonNode run) {
        return run.path("data").path("$trigger").path("body").path("name").asText();
    }

    private static List<String> arguments(Database.Running database) {
        List<String> arguments = new ArrayList<>(database.arguments());
        arguments.add("--flows.runs.sleep-in-thread=2s");
        arguments.add("--camunda.bpm.job-execution.core-pool-size=" + THREADS);
        arguments.add("--camunda.bpm.job-execution.max-pool-size=" + THREADS);
        return arguments;
    }

    private static String flows(String outside) {
        return """
                {"flows":[
                {"id":"%1$s","name":"Five steps","status":"active","accountability":"all","trigger":"webhook",
                 "options":{"method":"POST","async":true},"operation":"%1$s1","operations":[
                  {"id":"%1$s1","key":"first","type":"request","resolve":"%1$s2",
                   "options":{"method":"POST","url":"%3$s/{{$trigger.body.name}}/first"}},
                  {"id":"%1$s2","key":"shape","type":"transform","resolve":"%1$s3",
                   "options":{"json":{"name":"{{$trigger.body.name}}"}}},
                  {"id":"%1$s3","key":"nap","type":"sleep","resolve":"%1$s4",
                   "options":{"milliseconds":"{{$trigger.body.nap}}"}},
                  {"id":"%1$s4","key":"call","type":"trigger","resolve":"%1$s5",
                   "options":{"flow":"%2$s","payload":"{{shape}}"}},
                  {"id":"%1$s5","key":"last","type":"request",
                   "options":{"method":"POST","url":"%3$s/{{shape.name}}/last"}}]},
                {"id":"%2$s","name":"Called","status":"active","accountability":"all","trigger":"operation",
                 "options":{"return":"$last"},"operation":"%2$s1","operations":[
                  {"id":"%2$s1","key":"effect","type":"request",
                   "options":{"method":"POST","url":"%3$s/{{$trigger.name}}/called"}}]}]}
                """
                .formatted(FLOW, CALLED, outside);
    }
}
