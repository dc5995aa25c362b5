package org.camundaflows.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camundaflows.cli.Toolbox;
import org.camundaflows.compile.FlowDecompiler;
import org.camundaflows.engine.EmbeddedEngine;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.engine.Outcome;
import org.camundaflows.engine.RunDetails;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowIssue;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.flow.FlowWriter;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real flows that people published. They are read where they stand beside the checkout and belong to others, so there is
 * no copy of them here: without them these tests are skipped.
 */
class CorpusTest {

    private static final Path CORPUS = Path.of("..", "shared", "corpus", "directus-templates");

    private static Toolbox tools;
    private static List<List<Flow>> templates;
    private static List<Flow> flows;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "SKIPPED: the published flows are not beside this checkout");
        tools = new SpringInstallation().open();
        try (Stream<Path> directories = Files.list(CORPUS)) {
            templates = directories
                    .sorted()
                    .map(template -> new FlowReader().read(template).flows())
                    .toList();
        }
        flows = templates.stream().flatMap(List::stream).toList();
        assertThat(flows).isNotEmpty();
    }

    @AfterAll
    static void close() {
        if (tools != null) {
            tools.close();
        }
    }

    @Test
    void everyFlowIsFitForDeployment() {
        for (List<Flow> template : templates) {
            assertThat(tools.validator().validate(template)).noneMatch(FlowIssue::blocking);
        }
    }

    @Test
    void everyFlowComesBackFromItsBpmn() {
        FlowDecompiler decompiler = new FlowDecompiler(tools.operations());
        for (Flow flow : flows) {
            assertThat(decompiler.decompile(tools.compiler().compile(flow).bpmn()))
                    .extracting(FlowWriter::toJson)
                    .containsExactly(FlowWriter.toJson(flow));
        }
    }

    @Test
    void everyFlowDeploysAndThoseOfKnownOperationsRunToTheirEnd() throws Exception {
        try (EmbeddedEngine engine = EmbeddedEngine.start(
                tools.enginePlugin(Map.of(), RunObserver.NONE), tools.compiler(), tools.validator())) {
            assertThat(engine.flows().deployments().deploy(flows)).noneMatch(FlowDeployments.Deployed::isRefused);
            List<Flow> runnable =
                    flows.stream().filter(CorpusTest::isOfKnownOperations).toList();
            assertThat(runnable).hasSizeGreaterThan(3);
            for (Flow flow : runnable) {
                assertThat(run(engine, flow).steps()).as(flow.name()).isNotEmpty();
            }
        }
    }

    private static RunDetails run(EmbeddedEngine engine, Flow flow) throws Exception {
        JsonNode trigger = Json.parse("{\"payload\":{},\"keys\":[\"1\"],\"body\":{\"keys\":[\"1\"]}}");
        Outcome outcome = engine.flows()
                .runs()
                .run(
                        engine.flows().runs().find(flow.id()).orElseThrow(),
                        trigger,
                        NullNode.getInstance(),
                        Duration.ofSeconds(30));
        assertThat(outcome.status()).as(flow.name()).isIn(Outcome.Status.RESOLVED, Outcome.Status.REJECTED);
        return engine.flows().history().find(outcome.runId()).orElseThrow();
    }

    private static boolean isOfKnownOperations(Flow flow) {
        Set<String> known = Set.copyOf(
                tools.operations().types().stream().map(type -> type.id()).toList());
        return !flow.operations().isEmpty()
                // nothing of a test leaves the machine
                && flow.operations().stream().map(FlowOperation::type).noneMatch("request"::equals)
                && flow.operations().stream().map(FlowOperation::type).allMatch(known::contains);
    }
}
