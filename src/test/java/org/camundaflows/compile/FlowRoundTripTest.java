package org.camundaflows.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowWriter;
import org.camundaflows.json.Json;

class FlowRoundTripTest {

    private final FlowCompiler compiler =
            new FlowCompiler(StepTypes.registry(), new CompileSettings(Duration.ofDays(180), ZoneOffset.UTC));
    private final FlowDecompiler decompiler = new FlowDecompiler(StepTypes.registry());

    @Property(tries = 600, seed = "7240")
    void everyFlowComesBackFromItsBpmn(@ForAll long seed) throws Exception {
        Flow flow = new RandomFlows(seed).flow();

        List<Flow> back = decompiler.decompile(compiler.compile(flow).bpmn());

        assertThat(back).singleElement().satisfies(found -> assertThat(json(found))
                .isEqualTo(json(flow)));
    }

    @Property(tries = 50, seed = "7240")
    void everyFlowComesBackFromTheBytesOfItsBpmn(@ForAll long seed) throws Exception {
        Flow flow = new RandomFlows(seed).flow();
        byte[] bpmn = compiler.compile(flow).bpmn().getBytes(StandardCharsets.UTF_8);

        List<Flow> back = decompiler.decompile(new ByteArrayInputStream(bpmn));

        assertThat(back).singleElement().satisfies(found -> assertThat(json(found))
                .isEqualTo(json(flow)));
    }

    private static JsonNode json(Flow flow) throws JsonProcessingException {
        return Json.parse(FlowWriter.write(flow));
    }
}
