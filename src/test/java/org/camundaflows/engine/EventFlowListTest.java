package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.camundaflows.FlowSketch;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowBpmn;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operations.transform.TransformOperation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventFlowListTest {

    private String url;
    private TestEngine node;

    @BeforeEach
    void start() {
        url = TestEngine.inMemory();
        node = TestEngine.start(url, "audit");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private static FlowSketch listening(String name) {
        return FlowSketch.called(name).trigger("event").transform("done", "1");
    }

    private static List<String> names(TestEngine engine) {
        return engine.flows().runs().eventFlows().stream()
                .map(flow -> flow.flow().name())
                .sorted()
                .toList();
    }

    @Test
    void holdsTheActiveFlowsThatListenToEvents() {
        node.deploy(listening("a"));
        node.deploy(listening("off").member("status", "inactive"));
        node.deploy(FlowSketch.webhook("webhook").transform("done", "1"));

        assertThat(names(node)).containsExactly("a");
    }

    @Test
    void aChangeOnThisNodeIsSeenAtOnce() {
        node.deploy(listening("a"));
        assertThat(names(node)).containsExactly("a");

        node.deploy(listening("b"));
        assertThat(names(node)).containsExactly("a", "b");

        node.deploy(listening("b").member("status", "inactive"));
        assertThat(names(node)).containsExactly("a");
    }

    @Test
    void aFlowThatComesInThePlaceOfAWithdrawnOneIsSeenAtOnce() {
        node.deploy(listening("a"));
        node.deploy(listening("b"));
        node.flows().deployments().withdraw(FlowSketch.id("b"));
        assertThat(names(node)).containsExactly("a");

        node.flows().deployments().withdraw(FlowSketch.id("a"));
        node.deploy(listening("b"));

        assertThat(names(node)).containsExactly("b");
    }

    @Test
    void aChangeOnAnotherNodeIsSeenBeforeLong() {
        assertThat(names(node)).isEmpty();
        try (TestEngine other = TestEngine.start(url, "audit")) {
            other.deploy(listening("a"));
            node.await(() -> names(node).equals(List.of("a")));

            other.flows().deployments().withdraw(FlowSketch.id("a"));
            node.await(() -> names(node).isEmpty());
        }
    }

    @Test
    void itIsTheSameObjectUntilSomethingChanges() {
        node.deploy(listening("a"));
        List<DeployedFlow> before = node.flows().runs().eventFlows();

        assertThat(node.flows().runs().eventFlows()).isSameAs(before);
    }

    @Test
    void aProcessThatDoesNotTellItsTriggerIsReadToFindOut() {
        String bpmn = new FlowCompiler(
                        new OperationRegistry(List.of(new TransformOperation())),
                        new CompileSettings(Duration.ofDays(1), ZoneOffset.UTC))
                .compile(listening("drawn").flow())
                .bpmn();
        node.engine()
                .getRepositoryService()
                .createDeployment()
                .addString("drawn.bpmn", bpmn.replace(FlowBpmn.namespace("event"), "http://bpmn.io/schema/bpmn"))
                .deploy();

        node.await(() -> names(node).equals(List.of("drawn")));
    }
}
