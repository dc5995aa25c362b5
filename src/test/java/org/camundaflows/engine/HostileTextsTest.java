package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.camundaflows.compile.BpmnIds;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.compile.FlowDecompiler;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.security.RedactionLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a flow says is evaluated by the engine, and every text reaches its operation as it was written. */
class HostileTextsTest {

    private static final String FLOW = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String STEP = "aaaaaaaa-0000-4000-8000-000000000011";

    private static final OperationRegistry OPERATIONS = new OperationRegistry(List.of(new Echo()));
    private static final FlowEnginePlugin PLUGIN = new FlowEnginePlugin(
            OPERATIONS,
            new FlowEnvironment(Map.of()),
            RedactionLevel.STANDARD,
            new EngineSettings(Duration.ofSeconds(5), 20, 64, 100_000, "node"),
            RunObserver.NONE,
            Clock.systemUTC());
    private static final ProcessEngine ENGINE = engine();
    private static final FlowEngine FLOWS = new FlowEngine(
            ENGINE,
            PLUGIN,
            new FlowCompiler(OPERATIONS, new CompileSettings(Duration.ofDays(180), ZoneOffset.UTC)),
            new FlowValidator(OPERATIONS, OptionCheck.NONE, flow -> Optional.empty()));

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${runtimeService.deleteDeployment('x')}",
                "#{execution.setVariable('pwned', true)}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "]]> <script>alert(1)</script> &amp; &#10; <!-- --> <?pi?>",
                "two\nlines\tand a tab",
                " blanks around ",
                "   ",
                "",
                "a\rb\u0001\u007f\ud800",
                "日本語 🚀 \u2028"
            })
    void textsInOptionsReachTheOperationUnchanged(String text) throws Exception {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("message", text).put("unknown", text);
        options.putObject("json").put("inside", text).putArray("list").add(text).addNull();

        assertThat(run(flow("step", "Step", options))).isEqualTo(options);
    }

    @Test
    void longOptionsReachTheOperationUnchanged() throws Exception {
        ObjectNode options = JsonNodeFactory.instance.objectNode().put("message", "${x} ".repeat(20_000));

        assertThat(run(flow("step", "Step", options))).isEqualTo(options);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${runtimeService.x()}",
                "#{evil}",
                "<b>]]>",
                "<script>alert(1)</script>",
                "a\nb",
                "\u0001",
                "a\u0000b\u001b[31mc\u007f",
                "a\r\nb\u2028\u202ec\ufffe",
                "__proto__",
                "constructor",
                "prototype"
            })
    void namesAndKeysStayTextInModelDiagramAndHistory(String text) throws Exception {
        ObjectNode options = JsonNodeFactory.instance.objectNode().put("message", text);
        Flow flow = flow(text, text, options);

        Outcome outcome = start(deploy(flow));

        assertThat(outcome.returned("$last")).isEqualTo(options);
        RunDetails recorded = FLOWS.history().find(outcome.runId()).orElseThrow();
        assertThat(recorded.run().name()).isEqualTo(text);
        assertThat(recorded.steps().get(0).path("key").asText()).isEqualTo(text);
        assertThat(recorded.steps().get(0).path("options")).isEqualTo(options);
        assertThat(recorded.data().path(text)).isEqualTo(options);
        ProcessDefinition process = ENGINE.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(BpmnIds.process(FLOW))
                .latestVersion()
                .singleResult();
        assertThat(process.getName()).isEqualTo(shown(text));
        assertThat(ENGINE.getRepositoryService()
                        .getBpmnModelInstance(process.getId())
                        .getModelElementsByType(ServiceTask.class))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.getName()).isEqualTo(Objects.requireNonNullElse(shown(text), "echo"));
                    assertThat(task.getDiagramElement()).isNotNull();
                });
    }

    /** What is no character of XML, or breaks the line, is a blank in names. */
    private static @Nullable String shown(String text) {
        String line = text.replaceAll("[\\p{Cc}\\u2028\\ufffe]", " ").strip().replaceAll(" {2,}", " ");
        return line.isEmpty() ? null : line;
    }

    @Test
    void namesThatAreTooLongForTheEngineAreCut() {
        ObjectNode options = JsonNodeFactory.instance.objectNode();

        assertThatCode(() -> run(flow("key", "long ".repeat(200), options))).doesNotThrowAnyException();
    }

    @Test
    void aDiagramDrawnByHandRunsWithTheIdsItDecompilesTo() throws Exception {
        String bpmn =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                <process id="flow_drawn" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="s"><extensionElements><camunda:properties>
                <camunda:property name="$trigger" value="operation"/><camunda:property name="return" value="$last"/>
                </camunda:properties></extensionElements></startEvent>
                <serviceTask id="t" name="Echo" camunda:expression="${flowOperation}"><extensionElements>
                <camunda:field name="$type"><camunda:string>echo</camunda:string></camunda:field>
                <camunda:field name="$key"><camunda:string>e</camunda:string></camunda:field>
                <camunda:field name="message"><camunda:string>${x}</camunda:string></camunda:field>
                </extensionElements></serviceTask>
                <sequenceFlow id="f" sourceRef="s" targetRef="t"/></process></definitions>""";
        Flow flow = new FlowDecompiler(OPERATIONS).decompile(bpmn).get(0);
        ENGINE.getRepositoryService()
                .createDeployment()
                .addString("drawn.bpmn", bpmn)
                .deploy();

        Outcome outcome = start(flow.id());

        assertThat(outcome.returned("$last")).isEqualTo(Json.parse("{\"message\":\"${x}\"}"));
        assertThat(FLOWS.history().find(outcome.runId()).orElseThrow().steps())
                .singleElement()
                .satisfies(step -> assertThat(step.path("operation").asText())
                        .isEqualTo(flow.operations().get(0).id()));
    }

    private JsonNode run(Flow flow) throws Exception {
        deploy(flow);
        return start(FLOW).returned("$last");
    }

    private String deploy(Flow flow) {
        assertThat(FLOWS.deployments().deploy(List.of(flow))).singleElement().satisfies(deployed -> assertThat(
                        deployed.isRefused())
                .as("%s", deployed.issues())
                .isFalse());
        return flow.id();
    }

    private Outcome start(String flowId) throws Exception {
        Outcome outcome = FLOWS.runs()
                .run(
                        FLOWS.runs().find(flowId).orElseThrow(),
                        Json.parse("{}"),
                        NullNode.getInstance(),
                        Duration.ofSeconds(10));
        assertThat(outcome.status()).isEqualTo(Outcome.Status.RESOLVED);
        return outcome;
    }

    private static Flow flow(String key, String name, ObjectNode options) {
        ObjectNode flow = JsonNodeFactory.instance.objectNode();
        flow.put("id", FLOW).put("name", name).put("status", "active").put("trigger", "webhook");
        flow.putObject("options").put("return", "$last");
        flow.put("operation", STEP);
        flow.putArray("operations")
                .addObject()
                .put("id", STEP)
                .put("key", key)
                .put("name", name)
                .put("type", "echo")
                .put("position_x", 19)
                .put("position_y", 1)
                .set("options", options);
        return new FlowReader().read(flow).flows().get(0);
    }

    private static ProcessEngine engine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:hostile-texts;DB_CLOSE_DELAY=-1");
        configuration.setProcessEngineName("hostile-texts");
        configuration.setDatabaseSchemaUpdate("create-drop");
        configuration.setHistory("audit");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        configuration.getProcessEnginePlugins().add(PLUGIN);
        return configuration.buildProcessEngine();
    }

    /** Resolves with its options. */
    private static final class Echo implements Operation {

        @Override
        public OperationType type() {
            return new OperationType(
                    "echo",
                    "Echo",
                    "bolt",
                    "Resolves with its options.",
                    false,
                    List.of(
                            Option.of("message", "Message", Option.Kind.LONG_TEXT, ""),
                            Option.of("json", "JSON", Option.Kind.JSON, "")));
        }

        @Override
        public Result run(Options options, OperationContext context) {
            return Result.resolved(options.values());
        }
    }
}
