package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.runtime.Job;
import org.camundaflows.FlowSketch;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.json.TaggedJson;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine closes in the middle of a run and opens again on the same database. */
class RestartTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    @TempDir
    Path directory;

    private final List<String> seen = new CopyOnWriteArrayList<>();

    private TestEngine start() {
        return TestEngine.start(
                "jdbc:h2:file:" + directory.resolve("db") + ";WRITE_DELAY=0",
                "audit",
                Probe.pure().on("special", RestartTest::special).on("look", this::look),
                Probe.withEffects().on("look", this::look));
    }

    private static Result special(Options options, OperationContext context) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.set(
                "known",
                ErrorValue.known(
                                "NO_STOCK",
                                409,
                                "none left",
                                JsonNodeFactory.instance.objectNode().put("n", 1))
                        .toNode());
        values.set("plain", ErrorValue.plain("TypeError", "no function").toNode());
        values.set("date", new DateValue(Instant.parse("2026-01-31T08:00:00Z")).toNode());
        values.set("nan", DoubleNode.valueOf(Double.NaN));
        values.set("long", JsonNodeFactory.instance.textNode("x".repeat(10_000)));
        values.set("big", FlowSketch.parse("12345678901234567890.12"));
        values.set("tagged", FlowSketch.parse("{\"$flow:date\":\"no date\"}"));
        return Result.resolved(values);
    }

    private Result look(Options options, OperationContext context) {
        seen.add(TaggedJson.write(context.chain().toObject()));
        return Result.resolved(options.raw("show"));
    }

    @Test
    void aRunThatSleepsGoesOnWithTheSameValues() {
        String run;
        try (TestEngine first = start()) {
            first.deploy(FlowSketch.webhook("sleeper")
                    .step("a", "throw-error", "{\"code\":\"gone\",\"status\":\"410\",\"message\":\"was here\"}")
                    .otherwise("special", "probe", "{\"do\":\"special\"}")
                    .step("before", "probe", "{\"do\":\"look\"}")
                    .sleep("nap", 3_600_000)
                    .step(
                            "after",
                            "probe",
                            "{\"do\":\"look\",\"show\":\"{{a.message}} {{special.known.code}} {{special.nan}} {{special.date}} {{special.plain.name}} {{nap}}\"}")
                    .step("last", "probe", "{\"do\":\"look\",\"show\":\"{{$last}}\"}"));
            DeployedFlow flow =
                    first.flows().runs().find(FlowSketch.id("sleeper")).orElseThrow();
            Outcome outcome = first.run(flow, FlowSketch.parse("{\"body\":[1.50]}"), AT_ONCE);
            run = outcome.runId();
            assertThat(outcome.status()).isEqualTo(Outcome.Status.RUNNING);
            assertThat(first.details(run).run().status()).isEqualTo(RunStatus.RUNNING);
            assertThat(first.details(run).steps().path(3).path("status").asText())
                    .isEqualTo("waiting");
        }
        try (TestEngine second = start()) {
            Job timer = second.engine()
                    .getManagementService()
                    .createJobQuery()
                    .processInstanceId(run)
                    .singleResult();
            assertThat(timer.getDuedate().toInstant()).isAfter(Instant.now().plusSeconds(3000));
            second.engine().getManagementService().executeJob(timer.getId());

            RunDetails details = second.ended(run);

            assertThat(details.run().status()).isEqualTo(RunStatus.RESOLVED);
            assertThat(details.data().path("last").asText())
                    .isEqualTo("was here NO_STOCK NaN \"2026-01-31T08:00:00.000Z\" TypeError null");
            JsonNode nap = details.steps().path(3);
            assertThat(nap.path("status").asText()).isEqualTo("resolve");
            assertThat(Instant.parse(nap.path("end").asText()))
                    .isAfter(Instant.parse(nap.path("start").asText()));
        }
        assertThat(seen).hasSize(3);
        assertThat(withoutLast(seen.get(1))).isEqualTo(withoutLast(seen.get(0)));
    }

    /** Two more entries came to be between the looks. */
    private static String withoutLast(String chain) {
        ObjectNode object = (ObjectNode) FlowSketch.parse(chain);
        object.remove(List.of("$last", "before", "nap"));
        return Json.write(object);
    }

    @Test
    void anAcceptedRunIsDoneAfterTheRestart() {
        String run;
        try (TestEngine first = start()) {
            first.stopJobs();
            run = first.start(FlowSketch.webhook("accepted").step("a", "effect", "{\"do\":\"look\",\"show\":1}"), "{}");
            assertThat(first.jobs(run)).isEqualTo(1);
        }
        try (TestEngine second = start()) {
            assertThat(second.ended(run).run().status()).isEqualTo(RunStatus.RESOLVED);
        }
        assertThat(seen).hasSize(1);
    }
}
