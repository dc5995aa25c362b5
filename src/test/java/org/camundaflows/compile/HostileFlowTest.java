package org.camundaflows.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camundaflows.filter.Filter;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowIssue;
import org.camundaflows.flow.FlowReadException;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.flow.FlowWriter;
import org.camundaflows.flow.OptionCheck;
import org.camundaflows.hostile.HostileJson;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows that somebody wrote to do harm: they are refused, or compiled and deployable, and nothing else. */
class HostileFlowTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FlowReader reader = new FlowReader();
    private final FlowValidator validator =
            new FlowValidator(StepTypes.registry(), checks(), CronCheck.parsing(CronSchedule::parse));
    private final FlowCompiler compiler =
            new FlowCompiler(StepTypes.registry(), new CompileSettings(Duration.ofDays(180), ZoneOffset.UTC));
    private final FlowDecompiler decompiler = new FlowDecompiler(StepTypes.registry());

    private static OptionCheck checks() {
        return (type, option, value) -> Filter.problems(value).stream()
                .map(problem -> new OptionCheck.Problem(problem.path(), problem.message()))
                .toList();
    }

    @Provide
    Arbitrary<JsonNode> members() {
        return HostileJson.values(List.of("filter", "_and", "_regex", "$trigger", "cron", "a", "milliseconds", "json"));
    }

    private static ObjectNode flow(JsonNode value, JsonNode options) {
        ObjectNode flow = NODES.objectNode().put("id", "f").put("name", "n").put("trigger", "webhook");
        flow.set("options", options);
        flow.set("extra", value);
        flow.put("operation", "o1");
        ArrayNode operations = flow.putArray("operations");
        ObjectNode first =
                operations.addObject().put("id", "o1").put("key", "a").put("type", "transform");
        first.putObject("options").set("json", value);
        first.put("resolve", "o2");
        ObjectNode second =
                operations.addObject().put("id", "o2").put("key", "b").put("type", "sleep");
        second.set("options", options);
        return flow;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyValueInAFlowIsRefusedOrComesBackFromItsBpmn(
            @ForAll("members") JsonNode value, @ForAll("members") JsonNode options, @ForAll boolean asText)
            throws Exception {
        JsonNode plain = Json.parse(Json.write(value));
        JsonNode given = asText ? NODES.textNode(Json.write(options)) : Json.parse(Json.write(options));
        Flow flow = reader.read(flow(plain, given)).flows().get(0);

        List<FlowIssue> issues = validator.validate(flow);
        Flow back = decompiler.decompile(compiler.compile(flow).bpmn()).get(0);

        assertThat(issues).allSatisfy(issue -> assertThat(issue.message()).hasSizeLessThan(2000));
        assertThat(Json.parse(FlowWriter.write(back))).isEqualTo(Json.parse(FlowWriter.write(flow)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyMemberOfAnyTypeIsRefusedOrJudged(@ForAll("flows") ObjectNode flow) throws Exception {
        JsonNode plain = Json.parse(Json.write(flow));
        try {
            for (Flow read : reader.read(plain).flows()) {
                boolean blocked = validator.validate(read).stream().anyMatch(FlowIssue::blocking);
                if (!blocked) {
                    assertThatCode(() -> compiler.compile(read)).doesNotThrowAnyException();
                }
            }
        } catch (FlowReadException e) {
            assertThat(e.getMessage()).hasSizeLessThan(5000);
        }
    }

    @Provide
    Arbitrary<ObjectNode> flows() {
        return HostileJson.objects(List.of(
                "id",
                "name",
                "trigger",
                "options",
                "operation",
                "operations",
                "key",
                "type",
                "resolve",
                "reject",
                "position_x",
                "status",
                "flow",
                "data",
                "flows"));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100})
    void deepOptionsAreCompiled(int levels) throws Exception {
        Flow flow = reader.read(flow(HostileJson.nested(levels, "__proto__"), NODES.objectNode()))
                .flows()
                .get(0);

        Flow back = decompiler.decompile(compiler.compile(flow).bpmn()).get(0);

        assertThat(Json.parse(FlowWriter.write(back))).isEqualTo(Json.parse(FlowWriter.write(flow)));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 1000, 10_000})
    void deeperOptionsAreRefusedAsTextAndAsValue(int levels) {
        String text = "[".repeat(levels) + "]".repeat(levels);
        String json = "{\"id\":\"f\",\"operations\":[{\"id\":\"o\",\"type\":\"transform\",\"options\":{\"json\":" + text
                + "}}]}";

        assertThatCode(() -> reader.read(json))
                .isInstanceOf(FlowReadException.class)
                .hasMessageMatching(".*(at most 200 levels|beyond the limits of depth).*")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(3000));
        assertThatCode(() -> reader.read(flow(HostileJson.nested(levels), NODES.objectNode())))
                .isInstanceOf(FlowReadException.class)
                .hasMessageContaining("at most 200 levels");
    }

    @Test
    void aMillionBracesInAnOptionAreJudged() {
        for (String piece : List.of("{", "{{", "{{}}", "[", "}}")) {
            Flow flow = reader.read(flow(NODES.textNode(piece.repeat(1_000_000 / piece.length())), NODES.objectNode()))
                    .flows()
                    .get(0);

            assertThat(validator.validate(flow))
                    .allSatisfy(issue -> assertThat(issue.message()).hasSizeLessThan(3000));
            assertThat(compiler.compile(flow).bpmn()).isNotEmpty();
        }
    }
}
