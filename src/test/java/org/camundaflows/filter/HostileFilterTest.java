package org.camundaflows.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camundaflows.hostile.HostileJson;
import org.camundaflows.json.ValueBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilterTest {

    private static final Duration PROMPTLY = Duration.ofSeconds(10);

    private static final List<String> FIELDS =
            List.of("v", "w", "__proto__", "a.b", "year(v)", "count(v)", "weekday(v)", "_unknown", "0");

    @Provide
    Arbitrary<ObjectNode> filters() {
        List<String> names = new ArrayList<>(FIELDS);
        Arrays.stream(Operator.values()).map(Operator::key).forEach(names::add);
        names.addAll(List.of("_and", "_or", "_some", "_none"));
        return HostileJson.objects(names);
    }

    @Provide
    Arbitrary<ObjectNode> payloads() {
        return HostileJson.objects(FIELDS);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void anyFilterHoldsOrNotOrIsRefused(
            @ForAll("filters") ObjectNode filter, @ForAll("payloads") ObjectNode payload, @ForAll Filter.Use use) {
        Throwable thrown = assertTimeoutPreemptively(
                PROMPTLY,
                () -> catchThrowable(() -> {
                    Filter parsed = Filter.parse(filter, Filters.variables(payload), use);
                    for (boolean strict : List.of(true, false)) {
                        PayloadValidator.Settings settings =
                                new PayloadValidator.Settings(use == Filter.Use.CONDITION, strict);
                        new PayloadValidator(settings, Filters.CLOCK, ZoneOffset.UTC)
                                .validate(parsed, payload)
                                .forEach(error -> assertThat(error.json()).isNotNull());
                    }
                }));

        assertThat(thrown == null || thrown instanceof FilterException)
                .as("%s of %s: %s", filter, payload, thrown)
                .isTrue();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyOperatorTakesOrRefusesAnyOperandForAnyValue(
            @ForAll Operator operator, @ForAll("values") JsonNode operand, @ForAll("values") JsonNode value) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.putObject("v").set(operator.key(), operand);
        JsonNode payload = JsonNodeFactory.instance.objectNode().set("v", value);

        Throwable thrown = catchThrowable(() -> Filters.condition(
                Filter.parse(filter, Filters.variables(NullNode.getInstance()), Filter.Use.CONDITION),
                payload,
                ZoneOffset.UTC));

        assertThat(thrown == null || thrown instanceof FilterException)
                .as("%s of %s: %s", filter, payload, thrown)
                .isTrue();
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return HostileJson.values(FIELDS);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void mistakesInAnyFilterAreFoundWithoutAFault(@ForAll("values") JsonNode filter) {
        assertThat(Filter.problems(filter)).isEqualTo(Filter.problems(filter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a|a)*$",
                "(a*)*b",
                "(.*)*x",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "^(a+)+\\\\1$",
                "^(a+)+20:4402-30Z\\\\1\\\\1$",
                "(?=(a+)+$)b",
                "(a{1,100}){1,100}b"
            })
    void bombsEndSoonForTextsOfAnyLength(String pattern) {
        String text = "a".repeat(100_000) + "!";

        Throwable thrown = assertTimeoutPreemptively(
                PROMPTLY,
                () -> catchThrowable(
                        () -> Filters.condition("{'v':{'_regex':'" + pattern + "'}}", "{'v':'" + text + "'}")));

        assertThat(thrown == null || thrown instanceof FilterException).isTrue();
    }

    @Test
    void manyBombsInOneFilterShareTheirTime() {
        String bombs = "{'v':{'_regex':'^(a+)+\\\\1$'}},".repeat(500);
        String filter = "{'_or':[" + bombs.substring(0, bombs.length() - 1) + "]}";

        Throwable thrown = assertTimeoutPreemptively(
                PROMPTLY, () -> catchThrowable(() -> Filters.condition(filter, "{'v':'" + "a".repeat(5000) + "!'}")));

        assertThat(thrown).isInstanceOf(FilterException.class);
    }

    @Test
    void deepOperandsAndValuesAreCompared() {
        for (Operator operator : Operator.values()) {
            ObjectNode filter = JsonNodeFactory.instance.objectNode();
            filter.putObject("v").set(operator.key(), HostileJson.nested(ValueBounds.DEPTH));
            for (JsonNode value :
                    List.of(HostileJson.nested(ValueBounds.DEPTH), HostileJson.nested(ValueBounds.DEPTH, "v"))) {
                JsonNode payload = JsonNodeFactory.instance.objectNode().set("v", value);
                Throwable thrown = catchThrowable(() -> Filters.condition(
                        Filter.parse(filter, Filters.variables(payload), Filter.Use.CONDITION),
                        payload,
                        ZoneOffset.UTC));
                assertThat(thrown == null || thrown instanceof FilterException)
                        .as("%s: %s", operator, thrown)
                        .isTrue();
            }
        }
    }
}
