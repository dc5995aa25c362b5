package org.camundaflows.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camundaflows.json.Json;
import org.camundaflows.json.TaggedJson;
import org.camundaflows.json.ValueBounds;
import org.camundaflows.operation.DataChain;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.operation.RunLog;
import org.camundaflows.operations.control.ConditionOperation;
import org.camundaflows.operations.control.SleepOperation;
import org.camundaflows.operations.control.ThrowErrorOperation;
import org.camundaflows.operations.control.TriggerOperation;
import org.camundaflows.operations.jwt.JsonWebTokenOperation;
import org.camundaflows.operations.log.LogOperation;
import org.camundaflows.operations.transform.TransformOperation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations with options that nobody would write by mistake. */
class HostileStepTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-02-29T00:00:00Z"), ZoneOffset.UTC);

    private static final List<Operation> OPERATIONS = List.of(
            new ConditionOperation(CLOCK, ZoneOffset.UTC, false),
            new SleepOperation(),
            new ThrowErrorOperation(),
            new TriggerOperation(),
            new JsonWebTokenOperation(CLOCK),
            new LogOperation(),
            new TransformOperation());

    static List<Operation> operations() {
        return OPERATIONS;
    }

    @Provide
    Arbitrary<Operation> operation() {
        return Arbitraries.of(OPERATIONS);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return HostileJson.values(List.of("a", "_eq", "_and", "expiresIn", "algorithm", "payload"));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void anyOptionsGiveAResultThatCanBeKept(
            @ForAll("operation") Operation operation,
            @ForAll("values") JsonNode first,
            @ForAll("values") JsonNode second,
            @ForAll("values") JsonNode third) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        List<JsonNode> values = List.of(first, second, third);
        List<Option> known = operation.type().options();
        for (int i = 0; i < known.size(); i++) {
            options.set(known.get(i).name(), values.get(i % values.size()));
        }

        assertKept(operation, options);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void oneHostileValueInAllOptionsGivesAResultThatCanBeKept(Operation operation) throws Exception {
        for (JsonNode value : List.of(
                HostileJson.nested(ValueBounds.DEPTH),
                HostileJson.nested(ValueBounds.DEPTH, "__proto__"),
                HostileJson.nested(ValueBounds.DEPTH, "_and"),
                Json.parse("1e99999999"),
                Json.parse("[1e-99999999,-12e99999999]"),
                JsonNodeFactory.instance.textNode("{{".repeat(500_000)),
                JsonNodeFactory.instance.textNode("[".repeat(10_000)),
                JsonNodeFactory.instance.textNode("\ud800"),
                JsonNodeFactory.instance.textNode("9".repeat(100_000)))) {
            ObjectNode options = JsonNodeFactory.instance.objectNode();
            operation.type().options().forEach(option -> options.set(option.name(), value));

            assertKept(operation, options);
        }
    }

    private static void assertKept(Operation operation, ObjectNode options) {
        Throwable thrown = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> catchThrowable(() -> {
                    Result result = operation.run(new Options(options), new Surroundings());
                    if (result instanceof Result.Resolved resolved) {
                        TaggedJson.read(TaggedJson.write(resolved.value()));
                    } else if (result instanceof Result.Rejected rejected) {
                        TaggedJson.read(TaggedJson.write(rejected.value()));
                    } else if (result instanceof Result.Waiting waiting) {
                        assertThat(waiting.time()).isBetween(Duration.ZERO, Duration.ofDays(40_000));
                    }
                }));

        // the engine makes rejections of exceptions; errors would be technical failures
        assertThat(thrown == null || thrown instanceof Exception)
                .as("%s: %s", operation.type().id(), thrown)
                .isTrue();
        assertThat(thrown instanceof NullPointerException
                        || thrown instanceof ClassCastException
                        || thrown instanceof IndexOutOfBoundsException)
                .as("%s: %s", operation.type().id(), thrown)
                .isFalse();
    }

    private static final class Surroundings implements OperationContext, RunLog {
        @Override
        public DataChain chain() {
            return new DataChain() {
                @Override
                public ObjectNode toObject() {
                    return JsonNodeFactory.instance.objectNode();
                }

                @Override
                public JsonNode get(String name) {
                    return toObject().path(name);
                }
            };
        }

        @Override
        public JsonNode accountability() {
            return NullNode.getInstance();
        }

        @Override
        public String flowId() {
            return "flow";
        }

        @Override
        public String key() {
            return "key";
        }

        @Override
        public String runId() {
            return "run";
        }

        @Override
        public ObjectNode env() {
            return JsonNodeFactory.instance.objectNode();
        }

        @Override
        public RunLog log() {
            return this;
        }

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void debug(String message) {}
    }
}
