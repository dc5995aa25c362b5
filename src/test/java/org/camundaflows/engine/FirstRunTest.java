package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.json.Json;
import org.camundaflows.operation.*;
import org.camundaflows.security.RedactionLevel;
import org.junit.jupiter.api.Test;

@SuppressWarnings("all")
class FirstRunTest {
    static class T implements Operation {
        public OperationType type() {
            return new OperationType(
                    "transform", "T", "i", "d", false, List.of(Option.of("json", "J", Option.Kind.JSON, "")));
        }

        public Result run(Options options, OperationContext context) {
            if (options.raw("json").asText().equals("boom")) return Result.rejected(options.raw("json"));
            return Result.resolved(options.object("json"));
        }
    }

    @Test
    void runs() throws Exception {
        var registry = new OperationRegistry(List.of(new T()));
        var plugin = new FlowEnginePlugin(
                registry,
                new FlowEnvironment(Map.of()),
                RedactionLevel.STANDARD,
                new EngineSettings(Duration.ofSeconds(5), 20, 64, 100000, "n"),
                RunObserver.NONE,
                Clock.systemUTC());
        var conf = new StandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:x")
                .setHistory("audit");
        conf.setIdGenerator(new StrongUuidGenerator());
        conf.getProcessEnginePlugins().add(new org.camunda.spin.plugin.impl.SpinProcessEnginePlugin());
        conf.getProcessEnginePlugins().add(plugin);
        ProcessEngine engine = conf.buildProcessEngine();
        var flows = new FlowEngine(
                engine,
                plugin,
                new FlowCompiler(registry, new CompileSettings(Duration.ofDays(180), ZoneOffset.UTC)),
                new FlowValidator(registry, OptionCheck.NONE, c -> java.util.Optional.empty()));
        var flow = new FlowReader()
                .read(
                        """
                {"id":"aaaaaaaa-0000-4000-8000-000000000001","name":"n","status":"active","trigger":"webhook","options":{"return":"$all"},"operation":"aaaaaaaa-0000-4000-8000-000000000011",
                "operations":[
                {"id":"aaaaaaaa-0000-4000-8000-000000000011","key":"a","type":"transform","options":{"json":{"x":"{{$trigger.body}}"}},"resolve":"aaaaaaaa-0000-4000-8000-000000000012"},
                {"id":"aaaaaaaa-0000-4000-8000-000000000012","key":"b","type":"transform","options":{"json":"boom"},"resolve":null,"reject":"aaaaaaaa-0000-4000-8000-000000000013"},
                {"id":"aaaaaaaa-0000-4000-8000-000000000013","key":"c","type":"transform","options":{"json":{"m":"{{b}}"}}}
                ]}""")
                .flows();
        var d = flows.deployments().deploy(flow);
        System.err.println(d);
        var o = flows.runs()
                .run(
                        flows.runs()
                                .find("aaaaaaaa-0000-4000-8000-000000000001")
                                .get(),
                        Json.parse("{\"body\":5}"),
                        NullNode.getInstance(),
                        Duration.ofSeconds(5));
        System.err.println(o + " " + Json.write(o.returned("$all")));
        System.err.println(flows.history().list(new RunFilter(null, null, null, null), 0, 10));
        System.err.println(flows.history().find(o.runId()));
        assertThat(o.status()).isEqualTo(Outcome.Status.RESOLVED);
    }
}
