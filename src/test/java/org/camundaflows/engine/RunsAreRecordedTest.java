package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camundaflows.FlowSketch;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run does and what is seen of it afterwards. */
class RunsAreRecordedTest {

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.start(Probe.pure()
                .on("fail", (options, context) -> {
                    throw new LinkageError("no such library");
                })
                .on("throw", (options, context) -> {
                    throw new IllegalStateException("out of order");
                })
                .on("nothing", (options, context) -> null));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void otherProcessesAreNoRuns() {
        engine.runForeignProcess("flowers");

        assertThat(engine.runs()).noneMatch(run -> run.flow().isEmpty());
    }

    @Test
    void everyStepIsRecordedWithOptionsResultStatusAndTimes() {
        FlowSketch flow = FlowSketch.webhook("recorded")
                .transform("first", "{\"x\":\"{{$trigger.body}}\"}")
                .step(
                        "second",
                        "throw-error",
                        "{\"code\":\"no_stock\",\"status\":\"409\",\"message\":\"{{first.x}} left\"}")
                .otherwise("third", "transform", "{\"json\":[\"{{second.message}}\"]}");

        Outcome outcome = engine.run(flow, "{\"body\":5}");

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        RunDetails details = engine.details(outcome.runId());
        assertThat(details.run().status()).isEqualTo(RunStatus.RESOLVED);
        assertThat(details.run().flow()).isEqualTo(flow.id());
        assertThat(details.run().name()).isEqualTo("recorded");
        assertThat(details.run().version()).isEqualTo(1);
        assertThat(details.run().trigger()).isEqualTo("webhook");
        assertThat(details.run().incidents()).isZero();
        assertThat(texts(details.steps(), "key")).containsExactly("first", "second", "third");
        assertThat(texts(details.steps(), "status")).containsExactly("resolve", "reject", "resolve");
        assertThat(texts(details.steps(), "operation")).containsExactly(flow.step(0), flow.step(1), flow.step(2));
        assertThat(texts(details.steps(), "type")).containsExactly("transform", "throw-error", "transform");
        assertThat(texts(details.steps(), "node")).containsOnly("here");
        assertThat(Json.write(details.steps().path(0).path("options"))).isEqualTo("{\"json\":{\"x\":5}}");
        assertThat(Json.write(details.steps().path(1).path("result")))
                .isEqualTo("{\"name\":\"DirectusError\",\"message\":\"5 left\",\"code\":\"NO_STOCK\",\"status\":409}");
        assertTimes(details);
    }

    private static void assertTimes(RunDetails details) {
        Instant last = details.run().start();
        for (JsonNode step : details.steps()) {
            Instant start = Instant.parse(step.path("start").asText());
            Instant end = Instant.parse(step.path("end").asText());
            assertThat(start).isAfterOrEqualTo(last).isBeforeOrEqualTo(end);
            last = end;
        }
        assertThat(details.run().end()).isAfterOrEqualTo(last.minusMillis(1));
        assertThat(details.run().durationMillis()).isNotNegative();
    }

    @Test
    void aRejectionThatNothingHandlesEndsTheRunAsRejected() {
        Outcome outcome = engine.run(FlowSketch.webhook("rejected")
                .step("only", "throw-error", "{\"code\":\"gone\"}")
                .transform("never", "1"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.REJECTED);
        assertThat(Json.write(outcome.last())).contains("\"code\":\"GONE\"");
        assertThat(engine.details(outcome.runId()).run().status()).isEqualTo(RunStatus.REJECTED);
        assertThat(engine.details(outcome.runId()).steps()).hasSize(1);
    }

    @Test
    void anExceptionRejectsWithItsMessage() {
        Outcome outcome = engine.run(FlowSketch.webhook("throws").step("a", "probe", "{\"do\":\"throw\"}"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.REJECTED);
        assertThat(engine.details(outcome.runId())
                        .steps()
                        .path(0)
                        .path("result")
                        .path("message")
                        .asText())
                .isEqualTo("out of order");
    }

    @Test
    void aMalformedTemplateRejectsAndTheOptionsAreRecordedAsWritten() {
        Outcome outcome = engine.run(FlowSketch.webhook("malformed").transform("a", "{\"x\":\"{{ nothing closes\"}"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.REJECTED);
        JsonNode step = engine.details(outcome.runId()).steps().path(0);
        assertThat(Json.write(step.path("options"))).isEqualTo("{\"json\":{\"x\":\"{{ nothing closes\"}}");
        assertThat(step.path("result").path("name").asText()).isEqualTo("SyntaxError");
    }

    @Test
    void anUnknownTypeEndsTheRun() {
        Outcome outcome = engine.run(FlowSketch.webhook("unknown")
                .transform("a", "1")
                .step("b", "no-such-type", "{\"x\":1}")
                .transform("never", "1"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.UNKNOWN);
        RunDetails details = engine.details(outcome.runId());
        assertThat(details.run().status()).isEqualTo(RunStatus.UNKNOWN);
        assertThat(texts(details.steps(), "status")).containsExactly("resolve", "unknown");
        assertThat(details.steps().path(1).path("options").isNull()).isTrue();
    }

    @Test
    void aTechnicalFailureOfADirectRunEndsItAndIsRecorded() {
        Outcome outcome = engine.run(FlowSketch.webhook("fails")
                .transform("a", "1")
                .step("b", "probe", "{\"do\":\"fail\"}")
                .otherwise("never", "transform", "{\"json\":1}"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(outcome.failure()).hasMessageContaining("no such library").hasNoCause();
        RunDetails details = engine.details(outcome.runId());
        assertThat(details.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(texts(details.steps(), "status")).containsExactly("resolve", "failed");
    }

    @Test
    void anOperationThatGivesNoResultFails() {
        Outcome outcome = engine.run(FlowSketch.webhook("silent").step("a", "probe", "{\"do\":\"nothing\"}"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(outcome.failure()).hasMessageContaining("probe");
    }

    @Test
    void aFlowWithoutStepsResolves() {
        Outcome outcome = engine.run(FlowSketch.webhook("empty"), "{\"body\":7}");

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        assertThat(Json.write(outcome.last())).isEqualTo("{\"body\":7}");
        assertThat(engine.details(outcome.runId()).steps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "0",
                "1e400",
                "12345678901234567890",
                "true",
                "\"\"",
                "\"text\"",
                "[]",
                "[[1],null]",
                "{}",
                "\"\\u0000\\ud800\"",
                "{\"$flow:date\":\"x\"}"
            })
    void anyJsonIsAResult(String json) {
        Outcome outcome = engine.run(FlowSketch.webhook("result " + json)
                .transform("a", "{\"v\":" + json + "}")
                .transform("b", "{\"w\":\"{{a.v}}\"}"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        String expected = "{\"w\":" + Json.write(FlowSketch.parse(json)) + "}";
        assertThat(Json.write(outcome.last())).isEqualTo(expected);
        assertThat(Json.write(engine.details(outcome.runId()).data().path("b"))).isEqualTo(expected);
    }

    static Stream<Integer> lengths() {
        return Stream.of(3997, 3998, 3999, 4000, 4001, 5_000_000);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void valuesMayBeLong(int length) {
        for (String letter : List.of("x", "€")) {
            String text = letter.repeat(length);
            Outcome outcome = engine.run(
                    FlowSketch.webhook("long " + length).transform("a", "[\"{{$trigger}}\"]"),
                    Json.write(TextNode.valueOf(text)));

            assertThat(outcome.last().path(0).textValue().equals(text)).isTrue();
            assertThat(engine.details(outcome.runId())
                            .data()
                            .path("a")
                            .path(0)
                            .textValue()
                            .equals(text))
                    .isTrue();
        }
    }

    @Test
    void valuesMayBeDeep() {
        String deep = "[".repeat(490) + "]".repeat(490);
        FlowSketch flow = FlowSketch.webhook("deep");
        for (int i = 0; i < 20; i++) {
            flow.transform("k" + i, "{\"in\":\"{{$last}}\"}");
        }

        Outcome outcome = engine.run(flow, deep);

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        assertThat(Json.write(engine.details(outcome.runId()).data().path("k0")))
                .isEqualTo("{\"in\":" + deep + "}");
    }

    @Test
    void namesMayBeLong() {
        FlowSketch flow = FlowSketch.webhook("long names")
                .member("name", "n".repeat(300))
                .transform("a", "1")
                .named("€".repeat(300));

        Outcome outcome = engine.run(flow);

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        assertThat(engine.details(outcome.runId()).run().name()).hasSize(300);
    }

    @Test
    void longOptionsAreRecordedAsAMarker() {
        ArrayNode many = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 60_000; i++) {
            many.add(1);
        }
        Outcome outcome =
                engine.run(FlowSketch.webhook("marker").transform("a", "{\"all\":\"{{$trigger}}\"}"), Json.write(many));

        assertThat(engine.details(outcome.runId())
                        .steps()
                        .path(0)
                        .path("options")
                        .path("$truncated")
                        .asText())
                .endsWith("characters");
    }

    static Stream<String> keys() {
        return Stream.of(
                "$trigger",
                "$last",
                "$env",
                "$accountability",
                "$all",
                "$flow:run",
                "$flow:step",
                "$flow:key:x",
                "$flow:" + "k".repeat(249),
                "a.b",
                "a b",
                "",
                " ",
                "k".repeat(255),
                "k".repeat(256),
                "ключ-鍵-🔑",
                "'quoted\" <&>",
                "${x}",
                "line\nbreak");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void anyTextIsAKey(String key) {
        Outcome outcome = engine.run(
                FlowSketch.webhook("key " + key).transform(key, "{\"v\":1}").transform("after", "{\"v\":2}"));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        assertThat(Json.write(outcome.last())).isEqualTo("{\"v\":2}");
        RunDetails details = engine.details(outcome.runId());
        assertThat(texts(details.steps(), "key")).containsExactly(key, "after");
        assertThat(Json.write(details.steps().path(0).path("result"))).isEqualTo("{\"v\":1}");
        assertThat(Json.write(details.data())).isEqualTo(Json.write(outcome.returned("$all")));
    }

    @Test
    void ofTwoStepsWithOneKeyTheLastResultStays() {
        Outcome outcome = engine.run(FlowSketch.webhook("twins")
                .transform("a", "1")
                .transform("b", "[\"{{a}}\"]")
                .transform("a", "2")
                .transform("c", "[\"{{a}}\"]"));

        assertThat(Json.write(outcome.returned("$all")))
                .isEqualTo(
                        "{\"$trigger\":{},\"$last\":[2],\"$accountability\":null,\"$env\":{},\"a\":2,\"b\":[1],\"c\":[2]}");
        assertThat(Json.write(engine.details(outcome.runId()).data())).isEqualTo(Json.write(outcome.returned("$all")));
    }

    private static List<String> texts(JsonNode steps, String member) {
        return StreamSupport.stream(steps.spliterator(), false)
                .map(step -> step.path(member).asText())
                .toList();
    }
}
