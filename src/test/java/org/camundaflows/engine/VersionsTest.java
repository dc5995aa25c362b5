package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Flows that change while runs are under way. */
class VersionsTest {

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
    void aRunThatSleepsStaysOnItsVersion() {
        FlowSketch old = FlowSketch.webhook("changing").sleep("nap", 3_600_000).transform("v", "[\"old\"]");
        engine.deploy(old);
        String run = engine.run(engine.find(old), FlowSketch.parse("{}"), Duration.ofMillis(1))
                .runId();

        FlowSketch changed = FlowSketch.webhook("changing").transform("v", "[\"new\"]");
        assertThat(engine.deploy(changed).version()).isEqualTo(2);
        assertThat(engine.run(engine.find(changed), FlowSketch.parse("{}"), TestEngine.PATIENCE)
                        .last()
                        .path(0)
                        .asText())
                .isEqualTo("new");
        engine.executeJob(run);

        RunDetails details = engine.ended(run);
        assertThat(details.run().version()).isEqualTo(1);
        assertThat(details.data().path("v").path(0).asText()).isEqualTo("old");
    }

    @Test
    void anUnchangedFlowIsNotDeployedAgain() {
        FlowSketch flow = FlowSketch.webhook("steady").transform("v", "1");
        FlowDeployments.Deployed first = engine.deploy(flow);
        FlowDeployments.Deployed second = engine.deploy(flow);

        assertThat(first.changed()).isTrue();
        assertThat(second.changed()).isFalse();
        assertThat(second.definitionId()).isEqualTo(first.definitionId());
        assertThat(definitions(flow)).hasSize(1);
    }

    @Test
    void aChangeIsSeenByTheNextCall() {
        for (int n = 0; n < 5; n++) {
            assertThat(engine.run(FlowSketch.webhook("quick").transform("v", "[" + n + "]"))
                            .last()
                            .path(0)
                            .asInt())
                    .isEqualTo(n);
        }
    }

    @Test
    void aFlowThatIsRefusedDoesNotStopTheOthers() {
        FlowSketch bad = FlowSketch.webhook("bad").transform("v", "1");
        var broken = bad.json();
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        broken.path("operations").path(0))
                .put("resolve", bad.step(0));
        FlowSketch good = FlowSketch.webhook("good").transform("v", "1");

        List<FlowDeployments.Deployed> results = engine.flows()
                .deployments()
                .deploy(List.of(
                        new org.camundaflows.flow.FlowReader()
                                .read(broken)
                                .flows()
                                .get(0),
                        good.flow()));

        assertThat(results.get(0).isRefused()).isTrue();
        assertThat(results.get(0).issues()).anyMatch(issue -> issue.blocking());
        assertThat(results.get(1).isRefused()).isFalse();
        assertThat(engine.flows().runs().find(bad.id())).isEmpty();
    }

    @Test
    void everyDefinitionSaysHowLongItsRunsAreKept() {
        FlowSketch usual = FlowSketch.webhook("usual").transform("v", "1");
        FlowSketch brief =
                FlowSketch.webhook("brief").option("historyTimeToLive", 7).transform("v", "1");
        engine.deploy(usual);
        engine.deploy(brief);

        assertThat(definitions(usual).get(0).getHistoryTimeToLive()).isEqualTo(180);
        assertThat(definitions(brief).get(0).getHistoryTimeToLive()).isEqualTo(7);
    }

    private static List<ProcessDefinition> definitions(FlowSketch flow) {
        return engine.engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(engine.key(flow))
                .list();
    }
}
