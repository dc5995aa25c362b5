package org.camundaflows.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random flows on a server that is killed at random moments, compared with a model of what may happen. */
@Tag("kill")
class RandomKillsTest {

    private static final int FLOWS = 300;
    private static final int KILLS = 30;
    private static final int FLOWS_AT_A_TIME = FLOWS / KILLS;
    private static final int CALLERS = 4;
    private static final int LONGEST_LIFE_MILLIS = 3000;
    private static final Duration LATE = Duration.ofMinutes(3);

    @TempDir
    Path dataDir;

    private final long seed = Long.getLong("kill.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final ConcurrentHashMap<Integer, Attempt> attempts = new ConcurrentHashMap<>();
    private final List<RandomFlow> flows = new ArrayList<>();
    private final Queue<RandomFlow> waiting = new ArrayDeque<>();

    @ParameterizedTest
    @EnumSource
    void everyRunEndsAsTheModelSays(Database kind) throws Exception {
        System.out.println("Random kills on " + kind + ", -Dkill.seed=" + seed);
        for (int number = 0; number < FLOWS; number++) {
            flows.add(RandomFlow.of(number, random));
        }
        waiting.addAll(flows);
        Instant start = Instant.now();
        try (Database.Running database = kind.start();
                EffectStub outside = EffectStub.start(RandomKillsTest::pause)) {
            List<String> arguments = new ArrayList<>(database.arguments());
            arguments.add("--flows.runs.sleep-in-thread=200ms");
            for (int life = 0; life < KILLS; life++) {
                try (ServerProcess server = ServerProcess.start(dataDir, arguments)) {
                    live(server, outside.url(), life);
                }
            }
            try (ServerProcess server = ServerProcess.start(dataDir, arguments)) {
                ServerClient client = server.client();
                deploy(client, outside.url(), List.copyOf(waiting));
                waiting.forEach(flow -> trigger(client, flow, KILLS));
                await().atMost(LATE).pollInterval(Duration.ofSeconds(1)).until(() -> client.list("status=running")
                        .isEmpty());
                Verdict verdict = new Verdict(client, outside.arrivals(), KILLS);
                flows.forEach(flow -> verdict.check(flow, attempts.get(flow.number())));
                verdict.checkNothingElseHappened();
                System.out.println(verdict.table(kind, Duration.between(start, Instant.now())));
                verdict.speak();
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(60)));
    }

    /**
     * Loads the server for a random while and kills it then, now and then while flows are being deployed. Flows whose turn
     * has not come have it in the next life.
     */
    private void live(ServerProcess server, String outside, int life) throws InterruptedException {
        Queue<RandomFlow> turn = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < FLOWS_AT_A_TIME && !waiting.isEmpty(); i++) {
            turn.add(waiting.remove());
        }
        CountDownLatch deployed = new CountDownLatch(random.nextInt(6) == 0 ? 0 : 1);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        callers.execute(() -> {
            try {
                deploy(server.client(), outside, List.copyOf(turn));
            } catch (UncheckedIOException killed) {
                return;
            }
            deployed.countDown();
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> callAll(server.client(), turn, life));
            }
        });
        assertThat(deployed.await(LATE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        callers.awaitTermination(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
        server.kill();
        callers.shutdownNow();
        callers.awaitTermination(1, TimeUnit.MINUTES);
        waiting.addAll(turn);
    }

    private static void deploy(ServerClient client, String outside, List<RandomFlow> flows) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (CalledFlow called : CalledFlow.values()) {
            json.add(called.json(outside));
        }
        flows.forEach(flow -> json.add(flow.json(outside)));
        client.deploy(Json.write(JsonNodeFactory.instance.objectNode().set("flows", json)));
    }

    private void callAll(ServerClient client, Queue<RandomFlow> turn, int life) {
        for (RandomFlow flow = turn.poll(); flow != null; flow = turn.poll()) {
            trigger(client, flow, life);
        }
    }

    private void trigger(ServerClient client, RandomFlow flow, int life) {
        attempts.put(flow.number(), new Attempt(life, Attempt.NO_ANSWER));
        try {
            int answer = client.trigger(flow.id(), "{\"number\":%d}".formatted(flow.number()))
                    .statusCode();
            attempts.put(flow.number(), new Attempt(life, answer));
        } catch (UncheckedIOException | IllegalStateException e) {
            // the server was killed meanwhile
        }
    }
}
