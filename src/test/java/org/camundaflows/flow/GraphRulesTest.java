package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.flow.Validated.expect;
import static org.camundaflows.flow.Validated.flow;
import static org.camundaflows.flow.Validated.member;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids, links, cycles and the entry. */
class GraphRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "{}"})
    void aFlowWithoutAnIdIsBlocked(String id) {
        List<FlowIssue> issues = Installed.validator().validate(Sample.changed(flow("id", id)));

        assertThat(issues)
                .filteredOn(FlowIssue::blocking)
                .extracting(FlowIssue::code)
                .containsExactly("flow-id-missing");
    }

    @Test
    void operationsNeedAnId() {
        expect(
                flow -> Sample.operation(flow, 3).remove("id"),
                "operation-id-missing at $.operations[3].id",
                "link-missing at $.operations[1].reject",
                "unreachable at $.operations[3]");
    }

    @Test
    void operationsNeedAnIdOfTheirOwn() {
        expect(
                member(3, "id", "\"o3\""),
                "operation-id-duplicate at $.operations[3].id",
                "link-missing at $.operations[1].reject",
                "unreachable at $.operations[3]");
    }

    @Test
    void operationsStandInTheFlowTheyName() {
        expect(member(2, "flow", "\"f2\""), "operation-flow at $.operations[2].flow");
        expect(member(2, "flow", "{\"id\": \"f1\", \"name\": \"Sample\"}"));
        expect(member(2, "flow", "null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"nowhere\"", "\"\"", "7"})
    void aLinkToNowhereIsBlocking(String target) {
        expect(member(3, "resolve", target), "link-missing at $.operations[3].resolve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": \"o4\"}", "[\"o4\"]", "true"})
    void aLinkIsAnId(String target) {
        expect(member(2, "resolve", target), "link-type at $.operations[2].resolve");
    }

    @Test
    void aLinkToAKeyIsToldAsSuch() {
        expect(member(2, "reject", "\"complain\""), "link-key at $.operations[2].reject");
    }

    @Test
    void anOperationWithItsIdAsKeyCanBeLinked() {
        expect(member(2, "key", "\"o3\""));
    }

    @Test
    void linksNeverLeadBack() {
        expect(member(3, "resolve", "\"o1\""), "link-cycle at $.operations[3].resolve");
        expect(member(3, "reject", "\"o2\""), "link-cycle at $.operations[3].reject");
        expect(member(3, "resolve", "\"o4\""), "link-cycle at $.operations[3].resolve");
    }

    @Test
    void aCycleIsShownByItsKeys() {
        Flow flow = FlowLayout.arranged(FlowLayoutTest.flow("a", "a>b", "b>c", "c!b"));

        assertThat(Installed.validator().validate(flow)).singleElement().satisfies(issue -> {
            assertThat(issue.message()).endsWith("over 2 operation(s): \"b\" → \"c\" → \"b\".");
            assertThat(issue.operationKey()).isEqualTo("c");
            assertThat(issue.blocking()).isTrue();
        });
    }

    @Test
    void cyclesAreFoundOutsideTheReachableToo() {
        Flow flow = FlowLayout.arranged(FlowLayoutTest.flow("a", "a", "b>c", "c>b"));

        assertThat(Installed.validator().validate(flow))
                .extracting(FlowIssue::code)
                .containsExactlyInAnyOrder("unreachable", "unreachable", "link-cycle");
    }

    @Test
    void aJoinIsNoCycle() {
        Flow flow = FlowLayout.arranged(FlowLayoutTest.flow("a", "a>b!c", "b>d", "c!d", "d"));

        assertThat(Installed.validator().validate(flow)).isEmpty();
    }

    @Test
    void aSecondSuccessPredecessorIsAWarning() {
        expect(member(2, "resolve", "\"o2\""), "target-shared at $.operations[2].resolve");
    }

    @Test
    void aCycleOfTenThousandIsFound() {
        String[] operations = new String[10_000];
        for (int i = 0; i < operations.length; i++) {
            operations[i] = "o" + i + ">o" + (i + 1) % operations.length;
        }
        Flow flow = FlowLayout.arranged(FlowLayoutTest.flow("o0", operations));

        assertThat(Installed.validator().validate(flow))
                .extracting(FlowIssue::code)
                .containsExactly("link-cycle");
    }

    @Test
    void anEntryThatIsNoOwnOperationDoesNotBlock() {
        expect(flow("operation", "\"gone\""), "entry-missing at $.operation");
        expect(flow("operation", "{\"id\": \"o1\"}"), "entry-missing at $.operation");
        expect(flow("operation", "\"check\""), "entry-key at $.operation");
        assertThat(Installed.validator().validate(Sample.changed(flow("operation", "\"gone\""))))
                .noneMatch(FlowIssue::blocking);
    }

    @Test
    void aHalfBuiltFlowIsToldOnce() {
        expect(flow("operation", "null"), "entry-none at $.operation");
    }

    @Test
    void aFlowWithoutOperationsIsSound() {
        expect(flow -> {
            flow.putNull("operation").putArray("operations");
            flow.putObject("options");
        });
    }

    @Test
    void operationsNoPathLeadsToAreTold() {
        expect(
                member(0, "reject", "null"),
                "unreachable at $.operations[2]",
                "reject-missing at $.operations[0].reject");
    }
}
