package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.FlowSketch;
import org.camundaflows.hostile.HostileJson;
import org.camundaflows.json.Json;
import org.camundaflows.json.ValueBounds;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows whose values grow until they would take everything down: the step that makes too much of them rejects. */
class BoundedValuesTest {

    private static final JsonNode DEEP = HostileJson.nested(ValueBounds.DEPTH);
    private static final String TOO_DEEP = "RangeError: The %s has more than 512 levels of objects and arrays";

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.start(Probe.pure()
                .on("deep", (options, context) -> Result.resolved(DEEP))
                .on("deeper", (options, context) -> Result.resolved(around(DEEP)))
                .on("reject deeper", (options, context) -> Result.rejected(around(DEEP)))
                .on("throw deeper", (options, context) -> {
                    throw new Rejection(around(DEEP));
                }));
        engine.deploy(FlowSketch.called("deep child").step("a", "probe", "{\"do\":\"deep\"}"));
        engine.deploy(
                FlowSketch.called("whole child").option("return", "$all").step("a", "probe", "{\"do\":\"deep\"}"));
        engine.deploy(FlowSketch.called("burrow")
                .step("again", "trigger", call("burrow", "{\"a\":{\"a\":{\"a\":\"{{$trigger}}\"}}}")));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static JsonNode around(JsonNode value) {
        return JsonNodeFactory.instance.arrayNode().add(value);
    }

    private static String call(String flow, String payload) {
        return "{\"flow\":\"" + FlowSketch.id(flow) + "\",\"payload\":" + payload + "}";
    }

    private static String error(Outcome outcome) {
        assertThat(outcome.status()).isEqualTo(Outcome.Status.REJECTED);
        JsonNode recorded = engine.details(outcome.runId()).data();
        JsonNode last = recorded.path(recorded.has("end") ? "end" : "a");
        return last.path("name").asText() + ": " + last.path("message").asText();
    }

    @Test
    void aValueOfTheDeepestKindPasses() {
        Outcome outcome = engine.run(FlowSketch.webhook("deepest")
                .step("d", "probe", "{\"do\":\"deep\"}")
                .transform("a", "\"{{$last}}\""));

        assertThat(outcome.last()).isEqualTo(DEEP);
        assertThat(Json.write(engine.details(outcome.runId()).data().path("a"))).isEqualTo(Json.write(DEEP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deeper", "reject deeper", "throw deeper"})
    void aResultOfOneLevelMoreRejects(String what) {
        Outcome outcome = engine.run(FlowSketch.webhook(what).step("a", "probe", "{\"do\":\"" + what + "\"}"));

        assertThat(error(outcome)).isEqualTo(TOO_DEEP.formatted("result"));
    }

    @Test
    void anOptionOfOneLevelMoreRejectsAndIsNamed() {
        Outcome outcome = engine.run(FlowSketch.webhook("deeper option")
                .step("d", "probe", "{\"do\":\"deep\"}")
                .transform("end", "{\"in\":\"{{$last}}\"}"));

        assertThat(error(outcome)).isEqualTo(TOO_DEEP.formatted("option \"json\""));
    }

    @Test
    void listsOfWhatCalledFlowsReturnAreResultsToo() {
        Outcome outcome =
                engine.run(FlowSketch.webhook("deep calls").step("a", "trigger", call("deep child", "[1,2]")));

        assertThat(error(outcome)).isEqualTo(TOO_DEEP.formatted("result"));
        assertThat(engine.run(FlowSketch.webhook("deep call").step("a", "trigger", call("deep child", "1")))
                        .last())
                .isEqualTo(DEEP);
    }

    @ParameterizedTest
    @CsvSource({"direct", "durable"})
    void theChainOfACalledFlowIsAResultToo(String durability) {
        Outcome outcome = engine.run(FlowSketch.webhook("whole call " + durability)
                .option("durability", durability)
                .step("a", "trigger", call("whole child", "1")));

        assertThat(error(outcome)).isEqualTo(TOO_DEEP.formatted("result"));
    }

    @Test
    void payloadsThatGrowFromCallToCallEnd() {
        Outcome outcome = engine.run(
                FlowSketch.webhook("burrowing").step("end", "trigger", call("burrow", "{\"a\":\"{{$trigger}}\"}")),
                "[".repeat(490) + "]".repeat(490));

        assertThat(Json.writeAudit(outcome.last())).contains("The option \\\"payload\\\" has more than 512 levels");
    }

    @Test
    void valuesThatMultiplyFromStepToStepReject() {
        FlowSketch flow = FlowSketch.webhook("multiplying");
        for (int i = 0; i < 40; i++) {
            flow.transform("k" + i, "[" + "\"{{$last}}\",".repeat(15) + "\"{{$last}}\"]");
        }

        String error = multiplying(flow, "[1,2,3,4]");

        assertThat(error)
                .isEqualTo("RangeError: The option \"json\" is larger than " + ValueBounds.SIZE + " characters");
    }

    @Test
    void aTextThatNamesALargeValueManyTimesRejects() {
        ObjectNode options = JsonNodeFactory.instance.objectNode().put("message", "{{$trigger}} ".repeat(10_000));

        Outcome outcome = engine.run(
                FlowSketch.webhook("long text")
                        .step(
                                "a",
                                "transform",
                                JsonNodeFactory.instance.objectNode().set("json", options)),
                "[\"" + "x".repeat(50_000) + "\"]");

        assertThat(error(outcome))
                .isEqualTo("RangeError: The rendered texts are larger than " + ValueBounds.SIZE + " characters");
    }

    private static String multiplying(FlowSketch flow, String trigger) {
        Outcome outcome = engine.run(flow, trigger);
        assertThat(outcome.status()).isEqualTo(Outcome.Status.REJECTED);
        JsonNode last = FlowSketch.parse(Json.writeAudit(outcome.last()));
        return last.path("name").asText() + ": " + last.path("message").asText();
    }
}
