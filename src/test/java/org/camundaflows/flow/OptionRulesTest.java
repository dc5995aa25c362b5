package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.flow.Validated.expect;
import static org.camundaflows.flow.Validated.option;
import static org.camundaflows.flow.Validated.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camundaflows.flow.OptionCheck.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of operations. */
class OptionRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "[]"})
    void requiredOptionsHaveAValue(String json) {
        expect(option(1, "url", json), "option-missing at $.operations[1].options.url");
        expect(flow -> Sample.options(flow, 1).remove("url"), "option-missing at $.operations[1].options.url");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "notification | message      | {}",
                "notification | message      | 5",
                "notification | subject      | 5",
                "notification | subject      | \"{{ $trigger }}\"",
                "notification | recipient    | \"a,b\"",
                "notification | recipient    | [1, \"b\"]",
                "notification | recipient    | 7",
                "notification | permissions  | \"8c6ab1b0-7d6b-4b5c-8a3e-0c5f8f2f6d11\"",
                "notification | permissions  | \"{{ $trigger.role }}\"",
                "notification | permissions  | null",
                "trigger      | batchSize    | 5",
                "trigger      | batchSize    | 5.0",
                "trigger      | batchSize    | \" 5 \"",
                "trigger      | payload      | [1]",
                "trigger      | payload      | \"5\"",
                "trigger      | payload      | \"\"",
                "trigger      | payload      | \"{{ $trigger.body }}\"",
                "item-read    | emitEvents   | true",
                "item-read    | emitEvents   | \"{{ $trigger.body.emit }}\"",
                "item-read    | query        | {\"filter\": {\"count(a.b)\": {\"_gt\": 1}}}",
                "request      | headers      | [\"{{ $env.HEADER }}\"]",
                "request      | method       | \"PURGE\"",
                "request      | body         | \"{\\\"a\\\": 1}\"",
                "exec         | code         | \"{{ $trigger.body }}\""
            })
    void valuesOfTheirKindAreFine(String type, String name, String json) {
        expect(withOption(type, name, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "notification | subject      | {}                      | option-type",
                "notification | recipient    | {}                      | option-type",
                "notification | recipient    | [null]                  | option-type",
                "notification | permissions  | \"trigger\"             | option-choice",
                "trigger      | batchSize    | 5.5                     | option-type",
                "trigger      | batchSize    | \"five\"                | option-type",
                "trigger      | batchSize    | 1e-999999999            | option-type",
                "trigger      | payload      | \"plain words\"         | option-type",
                "trigger      | payload      | \"{\\\"a\\\": 1}\"      | json-as-text",
                "trigger      | payload      | \"[1]\"                 | json-as-text",
                "trigger      | payload      | \"{\\\"a\\\": {{ $trigger.b }} }\" | json-as-text",
                "item-read    | emitEvents   | \"true\"                | option-type",
                "item-read    | emitEvents   | 1                       | option-type",
                "item-read    | qeury        | {}                      | option-unknown",
                "request      | headers      | \"Accept: text/plain\"  | option-type",
                "request      | headers      | [\"Accept\"]            | option-type",
                "request      | headers      | {\"Accept\": \"a\"}     | headers-object",
                "request      | body         | {\"a\": 1}              | body-object",
                "request      | body         | [1]                     | body-object",
                "request      | method       | \"P-T\"                 | option-choice",
                "exec         | code         | {}                      | option-type"
            })
    void valuesOfAnotherKindAreTold(String type, String name, String json, String code) {
        expect(withOption(type, name, json), code + " at $.operations[1].options." + name);
    }

    @Test
    void olderNamesAreLegal() {
        expect(step(1, "transform", "{\"payload\": {\"a\": 1}}"));
        expect(step(1, "notification", "{\"users\": [\"u\"], \"title\": \"t\"}"));
    }

    @Test
    void olderNamesAreCheckedWhenTheyCount() {
        expect(step(1, "transform", "{\"payload\": \"words\"}"), "option-type at $.operations[1].options.payload");
        expect(step(1, "transform", "{\"json\": {}, \"payload\": \"words\"}"));
    }

    @Test
    void unknownOptionsUnlikeAnyOtherAreLeftAlone() {
        expect(option(3, "colour_of_the_tile", "\"red\""));
    }

    @Test
    void expectationsNameTheKind() {
        List<FlowIssue> issues =
                Installed.validator().validate(Sample.changed(withOption("trigger", "batchSize", "[]")));

        assertThat(issues).extracting(FlowIssue::expected).containsExactly("a whole number");
    }

    @Test
    void deeperChecksAreAskedAboutParsedValues() {
        List<String> asked = new ArrayList<>();
        FlowValidator validator = Installed.validator((type, option, value) -> {
            asked.add(type.id() + "." + option.name() + "=" + value);
            return option.name().equals("filter")
                    ? List.of(new Problem(List.of("_or", "1", "a b"), "No operator."))
                    : List.of();
        });

        List<FlowIssue> issues =
                validator.validate(Sample.changed(option(0, "filter", "\"{\\\"_or\\\": [{}, {\\\"a b\\\": 1}]}\"")));

        assertThat(asked)
                .contains("condition.filter={\"_or\":[{},{\"a b\":1}]}")
                .noneMatch(text -> text.startsWith("request.body"));
        assertThat(issues)
                .filteredOn(issue -> issue.code().equals("filter-invalid"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.path()).isEqualTo("$.operations[0].options.filter._or[1][\"a b\"]");
                    assertThat(issue.message()).isEqualTo("No operator.");
                    assertThat(issue.blocking()).isFalse();
                });
    }

    /** The second operation of the sample as one of another type, otherwise complete. */
    private static Consumer<ObjectNode> withOption(String type, String name, String json) {
        return flow -> {
            ObjectNode options = Sample.operation(flow, 1).put("type", type).putObject("options");
            switch (type) {
                case "notification" -> options.put("recipient", "u").put("subject", "s");
                case "trigger" -> options.put("flow", "f2");
                case "request" -> options.put("url", "https://shop.example/");
                case "item-read" -> options.put("collection", "c");
                default -> options.removeAll();
            }
            options.set(name, Sample.parse(json));
        };
    }
}
