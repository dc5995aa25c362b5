package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the records of steps are kept, and that they are found wherever they are. */
class RecordsOfStepsTest {

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void aDirectRunHasOneVariableForEachEntryOfItsChain() {
        String run = engine.run(FlowSketch.webhook("plain").transform("a", "1").transform("b", "{\"x\":2}"))
                .runId();

        assertThat(variables(run)).containsExactlyInAnyOrder("$trigger", "$accountability", "a", "b");
        assertThat(keys(run)).containsExactly("a", "b");
    }

    @Test
    void stepsThatShareAKeyKeepTheirRecordsApart() {
        String run = engine.run(FlowSketch.webhook("shared").transform("a", "1").transform("a", "2"))
                .runId();

        assertThat(keys(run)).containsExactly("a", "a");
    }

    @Test
    void aLongRecordHasItsOwnVariable() {
        String text = "x".repeat(5000);
        String run = engine.run(FlowSketch.webhook("long").transform("a", "{\"x\":\"" + text + "\"}"))
                .runId();

        assertThat(variables(run)).contains("$flow:step");
        assertThat(steps(run).get(0).at("/options/json/x").asText()).isEqualTo(text);
    }

    @Test
    void aStepIsStillShownWhenItsResultIsChangedWhileTheRunWaits() {
        FlowSketch flow = FlowSketch.webhook("waits")
                .transform("a", "1")
                .sleep("nap", 3_600_000)
                .transform("b", "2");
        engine.deploy(flow);
        String run = engine.run(engine.find(flow), FlowSketch.parse("{}"), Duration.ZERO)
                .runId();

        engine.engine().getRuntimeService().setVariable(run, "a", "changed");

        assertThat(keys(run)).containsExactly("a", "nap");
    }

    private static List<String> variables(String run) {
        return engine
                .engine()
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(run)
                .list()
                .stream()
                .map(HistoricVariableInstance::getName)
                .toList();
    }

    private static List<JsonNode> steps(String run) {
        return StreamSupport.stream(engine.details(run).steps().spliterator(), false)
                .toList();
    }

    private static List<String> keys(String run) {
        return steps(run).stream().map(step -> step.path("key").asText()).toList();
    }
}
