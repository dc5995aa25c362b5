package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.camundaflows.flow.FlowIssue.Severity;
import org.junit.jupiter.api.Test;

class FlowValidatorTest {

    private final FlowValidator validator = Installed.validator();

    @Test
    void aSoundFlowHasNoIssue() {
        assertThat(validator.validate(Sample.flow(Sample.json()))).isEmpty();
    }

    @Test
    void anIssueTellsWhereWhatAndHowToMend() {
        Flow flow = Sample.changed(json -> Sample.operation(json, 0).put("resolve", "call"));

        assertThat(validator.validate(flow))
                .filteredOn(FlowIssue::blocking)
                .singleElement()
                .isEqualTo(new FlowIssue(
                        "link-key",
                        Severity.ERROR,
                        true,
                        "f1",
                        "Sample",
                        "check",
                        "o1",
                        "$.operations[0].resolve",
                        "\"resolve\" names the key \"call\".",
                        "the id of an operation; keys serve in templates only",
                        "Write the operation's id, \"o2\"."));
    }

    @Test
    void anIssueIsOneLineOfText() {
        Flow flow = Sample.changed(json -> json.put("name", "Two\nlines").put("status", "on"));

        assertThat(validator.validate(flow))
                .extracting(FlowIssue::text)
                .containsExactly(
                        "warning status-unknown: flow \"Two\\nlines\", at $.status: The status is the text \"on\"."
                                + " Expected: active or inactive. Correct \"status\"; any text but \"active\" keeps it off.");
    }

    @Test
    void allProblemsAreReportedTogether() {
        Flow flow = Sample.changed(json -> {
            json.put("operation", "nowhere").put("trigger", "sometimes");
            Sample.operation(json, 0).put("resolve", "gone").put("type", "no-such-type");
            Sample.options(json, 1).remove("url");
        });

        assertThat(validator.validate(flow))
                .extracting(FlowIssue::code)
                .containsExactlyInAnyOrder(
                        "entry-missing", "trigger-unknown", "link-missing", "type-unknown", "option-missing");
    }

    @Test
    void everyCodeHasItsOwnNameAndTexts() {
        assertThat(Arrays.stream(IssueCode.values()).map(IssueCode::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
        assertThat(IssueCode.values()).allSatisfy(code -> {
            assertThat(code.expected()).isNotBlank();
            assertThat(code.mend()).endsWith(".");
            assertThat(code.blocking()).isIn(false, code.severity() == Severity.ERROR);
        });
    }

    @Test
    void flowsWithOneIdBlockEachOther() {
        Flow flow = Sample.flow(Sample.json());

        assertThat(validator.validate(List.of(flow, Sample.changed(json -> json.put("name", "Copy")))))
                .extracting(FlowIssue::code, FlowIssue::flowName)
                .containsExactly(tuple("flow-id-duplicate", "Sample"), tuple("flow-id-duplicate", "Copy"));
    }

    @Test
    void operationsOfSeveralFlowsHaveIdsOfTheirOwn() {
        Flow other = Sample.flow(
                Sample.parse(
                        """
                {"id": "f2", "name": "Other", "trigger": "operation", "operation": "o1",
                 "operations": [{"id": "o1", "key": "k", "type": "log", "position_x": 19, "position_y": 1}]}
                """));

        List<FlowIssue> issues = validator.validate(List.of(Sample.flow(Sample.json()), other));

        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("operation-id-duplicate");
            assertThat(issue.flow()).isEqualTo("f2");
            assertThat(issue.message()).contains("\"Sample\"");
            assertThat(issue.blocking()).isTrue();
        });
    }

    @Test
    void aLinkIntoAnotherFlowIsToldFromOneToNowhere() {
        ObjectNode first = Sample.json();
        Sample.operation(first, 1).put("resolve", "x1");
        Flow other = FlowLayout.arranged(FlowLayoutTest.flow("x1", "x1"));

        assertThat(Validated.codes(validator.validate(List.of(Sample.flow(first), other))))
                .containsExactly("link-foreign at $.operations[1].resolve");
        assertThat(Validated.codes(validator.validate(Sample.flow(first))))
                .containsExactly("link-missing at $.operations[1].resolve");
    }

    @Test
    void longValuesAreCutInMessages() {
        Flow flow = Sample.changed(json -> json.put("status", "x".repeat(5000)));

        assertThat(validator.validate(flow)).singleElement().satisfies(issue -> assertThat(issue.message())
                .hasSizeLessThan(200));
    }
}
