package org.camundaflows.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camundaflows.FlowSketch;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked and one that does the work, on one database. */
class TwoServersTest {

    private static final long LOCK_MILLIS = 1000;

    @TempDir
    Path directory;

    @Test
    void theCallerOfOneGetsTheAnswerOfARunThatTheOtherFinishesAndNothingRunsTwice() throws Exception {
        try (Database.Running database = Database.POSTGRESQL.start();
                EffectStub outside = EffectStub.start(() -> {});
                ServerProcess asked = start("asked", database, "--camunda.bpm.job-execution.enabled=false");
                ServerProcess working =
                        start("working", database, "--camunda.bpm.job-execution.lock-time-in-millis=" + LOCK_MILLIS)) {
            FlowSketch longStep = FlowSketch.webhook("long step")
                    .option("durability", "durable")
                    .step("a", "request", "{\"method\":\"POST\",\"url\":\"" + outside.url() + "/long\"}")
                    .transform("b", "{\"password\":\"{{$trigger.body.password}}\"}");
            FlowSketch severalLocks = FlowSketch.webhook("several locks").sleep("nap", 4 * LOCK_MILLIS);
            deploy(asked.client(), longStep, severalLocks);
            outside.hold("/long");

            CompletableFuture<HttpResponse<String>> caller = CompletableFuture.supplyAsync(
                    () -> asked.client().trigger(longStep.id(), "{\"password\":\"hidden in the log\"}"));
            outside.awaitArrivals("/long", 1);
            asked.client().trigger(severalLocks.id(), "{}");
            outside.release("/long");

            HttpResponse<String> answer = caller.get(30, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(FlowSketch.parse(answer.body()).at("/b/password").asText())
                    .isEqualTo("hidden in the log");
            assertThat(outside.arrivals("/long")).isEqualTo(1);
        }
    }

    private ServerProcess start(String name, Database.Running database, String argument) throws IOException {
        List<String> arguments = new ArrayList<>(database.arguments());
        arguments.add(argument);
        return ServerProcess.start(directory.resolve(name), arguments);
    }

    private static void deploy(ServerClient client, FlowSketch... flows) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (FlowSketch flow : flows) {
            json.withArray("flows").add(flow.json());
        }
        client.deploy(Json.write(json));
    }
}
