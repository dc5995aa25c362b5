package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camundaflows.FlowSketch;
import org.camundaflows.compile.CompileSettings;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.compile.FlowDecompiler;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.flow.FlowWriter;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;

/** Reading, validating, compiling and deploying a flow executes nothing of it (CVE-2026-33017, CVE-2025-3248). */
class NothingRunsBeforeItIsCalledTest {

    private final AtomicInteger runs = new AtomicInteger();
    private final Probe probe = Probe.withEffects().on("count", (options, context) -> {
        runs.incrementAndGet();
        return Result.nothing();
    });

    @Test
    void onlyACallRunsAFlow() throws Exception {
        FlowSketch sketch = FlowSketch.webhook("armed ${count}")
                .option("filter", "{{count}}")
                .step("count", "effect", "{\"do\":\"count\",\"x\":\"${probe.run()} #{probe.run()} {{count()}}\"}");
        OperationRegistry types = new OperationRegistry(List.of(probe));
        FlowCompiler compiler = new FlowCompiler(types, new CompileSettings(Duration.ofDays(1), ZoneOffset.UTC));
        try (TestEngine engine = TestEngine.start(probe)) {
            Flow flow = new FlowReader()
                    .read(FlowWriter.write(sketch.flow()))
                    .flows()
                    .get(0);
            new FlowDecompiler(types).decompile(compiler.compile(flow).bpmn());
            engine.deploy(sketch);
            engine.deploy(sketch);
            assertThat(runs).hasValue(0);
            assertThat(engine.runs()).isEmpty();

            engine.run(engine.find(sketch), FlowSketch.parse("{}"), TestEngine.PATIENCE);

            assertThat(runs).hasValue(1);
        }
    }
}
