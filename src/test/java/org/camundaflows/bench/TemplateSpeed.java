package org.camundaflows.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camundaflows.FlowSketch;
import org.camundaflows.compile.CompiledFlow;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowIssue;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.operations.control.ConditionOperation;
import org.camundaflows.operations.transform.TransformOperation;
import org.camundaflows.template.Template;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The parts of a step that need no engine; run by JMH, which wants it public. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TemplateSpeed {

    private static final int OPERATIONS = 1000;
    private static final int CONDITIONS = 50;

    private final HandChain chain = new HandChain(FlowSketch.parse(Workload.TRIGGER));
    private final Template text = Template.compile(
            JsonNodeFactory.instance.textNode("total {{ $trigger.body.id }} of {{ $last.body.title }}"));
    private final Template object = Template.compile(FlowSketch.parse("{\"title\":\"{{ $trigger.body.title }}\","
            + "\"slug\":\"post-{{ $trigger.body.id }}\",\"tags\":\"{{ $trigger.body.tags }}\"}"));
    private final Operation condition = new ConditionOperation(Clock.systemUTC(), ZoneOffset.UTC, false);
    private final OperationRegistry operations = new OperationRegistry(List.of(condition, new TransformOperation()));
    private final FlowCompiler compiler = BenchEngine.compiler(operations);
    private final FlowValidator validator =
            new FlowValidator(operations, OptionCheck.NONE, CronCheck.parsing(CronSchedule::parse));
    private Options filter = new Options(JsonNodeFactory.instance.objectNode());
    private Flow large = FlowSketch.webhook("small").flow();

    @Setup
    public void prepare() {
        FlowSketch sketch = FlowSketch.webhook("large");
        for (int i = 0; i < OPERATIONS; i++) {
            sketch.transform("step" + i, "{\"n\":" + i + ",\"title\":\"{{ $trigger.body.title }}\"}");
        }
        large = sketch.flow();
        ObjectNode conditions = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < CONDITIONS; i++) {
            conditions
                    .withArray("_and")
                    .add(FlowSketch.parse(
                            i % 2 == 0
                                    ? "{\"$trigger\":{\"body\":{\"status\":{\"_eq\":\"published\"}}}}"
                                    : "{\"$trigger\":{\"body\":{\"id\":{\"_lt\":" + (100 + i) + "}}}}"));
        }
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.set("filter", conditions);
        filter = new Options(options);
    }

    @Benchmark
    public JsonNode text() {
        return text.render(chain);
    }

    @Benchmark
    public JsonNode object() {
        return object.render(chain);
    }

    @Benchmark
    public Result filter() throws Exception {
        return condition.run(filter, chain);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public CompiledFlow compile() {
        return compiler.compile(large);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public List<FlowIssue> validate() {
        return validator.validate(large);
    }
}
