package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsExpectationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"name\":\"E\",\"message\":\"m\"} | {\"name\":\"E\",\"message\":\"m\",\"code\":\"C\",\"status\":4,\"extensions\":{}}",
                "{} | \"2024-05-01T10:00:00.000Z\"",
                "[\"secret\"] | [\"--redacted--\"]",
                "[{\"b\":{\"c\":5}}] | [{\"b\":\"--redacted:KEY--\"}]",
                "{\"payload\":{\"x\":{\"payload\":{\"token\":1}}}} | {\"payload\":{\"x\":{\"payload\":{\"token\":\"--redacted--\"}}}}",
            })
    void dataMayShowMoreOrLessWhereTheRulesSaySo(String expected, String actual) throws Exception {
        assertThat(compareData(expected, actual)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"name\":\"E\",\"message\":\"m\"} | {\"name\":\"E\",\"message\":\"m\",\"stack\":\"s\"}",
                "{\"name\":\"E\"} | {\"name\":\"E\",\"code\":\"C\"}",
                "{\"name\":\"E\",\"message\":\"m\"} | {\"name\":\"E\",\"message\":\"other\",\"code\":\"C\"}",
                "{} | \"yesterday\"",
                "{\"a\":1} | \"2024-05-01T10:00:00.000Z\"",
                "{\"b\":\"secret\"} | {\"b\":\"--redacted--\"}",
                "[\"secret\"] | [\"Bearer --redacted--\"]",
                "\"--redacted--\" | \"secret\"",
                "{\"x\":{\"payload\":{\"name\":1}}} | {\"x\":{\"payload\":{\"name\":\"--redacted--\"}}}",
            })
    void dataIsExactOtherwise(String expected, String actual) throws Exception {
        assertThat(compareData(expected, actual)).isNotEmpty();
    }

    @Test
    void optionsOfStepsMayBeRedactedAnywhere() throws Exception {
        String recorded = "[{\"flow\":\"f\",\"steps\":[{\"key\":\"a\",\"options\":{\"h\":\"Bearer x\"}}]}]";

        assertThat(compare(recorded, recorded.replace("Bearer x", "--redacted--")))
                .isEmpty();
        assertThat(compare(recorded, recorded.replace("Bearer x", "Bearer y")))
                .extracting(Difference::path)
                .containsExactly("runs[0].steps[0].options.h");
    }

    @Test
    void stepsMayHaveMembersOfTheirOwn() throws Exception {
        assertThat(compare(
                        "[{\"flow\":\"f\",\"steps\":[{\"key\":\"a\",\"status\":\"resolve\"}]}]",
                        "[{\"id\":1,\"flow\":\"f\",\"steps\":[{\"key\":\"a\",\"status\":\"resolve\",\"took\":5}]}]"))
                .isEmpty();
    }

    @Test
    void findsWrongMissingAndFurtherSteps() throws Exception {
        String recorded = "[{\"flow\":\"f\",\"steps\":[{\"key\":\"a\",\"status\":\"resolve\"}]}]";

        assertThat(compare(recorded, recorded.replace("resolve", "reject")))
                .extracting(Difference::path)
                .containsExactly("runs[0].steps[0].status");
        assertThat(compare(recorded, recorded.replace(",\"status\":\"resolve\"", "")))
                .hasSize(1);
        assertThat(compare(recorded, "[{\"flow\":\"f\",\"steps\":[]}]")).hasSize(1);
        assertThat(compare(recorded, recorded.replace("}]}]", "},{\"key\":\"b\"}]}]")))
                .hasSize(1);
        assertThat(compare(recorded, "[{\"flow\":\"f\"}]")).hasSize(1);
    }

    @Test
    void findsMissingAndFurtherRuns() throws Exception {
        assertThat(compare("[]", "[{\"flow\":\"f\",\"data\":{}}]")).hasSize(1);
        assertThat(compare("[{\"flow\":\"f\"}]", "[]")).hasSize(1);
        assertThat(compare("[{\"flow\":\"f\"}]", "[{\"flow\":\"g\"}]")).hasSize(2);
    }

    @Test
    void runsOfOneFlowComeInOrder() throws Exception {
        assertThat(compare(data("f", 1, 2), data("f", 2, 1))).hasSize(2);
        assertThat(compare(data("f", 1, 2), data("f", 2, 1), "f")).isEmpty();
    }

    @Test
    void runsThatEndedInTheSameMillisecondMayChangePlaces() throws Exception {
        String other = data("f", 2, 1);

        assertThat(compare(data("f", 1, 2), other.replace("\"flow\"", "\"end\":\"t1\",\"flow\"")))
                .isEmpty();
        assertThat(compare(data("f", 1, 2), other.replaceFirst("\"flow\"", "\"end\":\"t1\",\"flow\"")))
                .hasSize(2);
        assertThat(compare(data("f", 1, 3), other.replace("\"flow\"", "\"end\":\"t1\",\"flow\"")))
                .isNotEmpty();
    }

    @Test
    void runsInAnyOrderMustStillAllMatch() throws Exception {
        assertThat(compare(data("f", 1, 1), data("f", 2, 1), "f"))
                .extracting(Difference::path)
                .containsExactly("runs[1].data");
    }

    @Test
    void runsInAnyOrderArePairedSoThatAllMatch() throws Exception {
        String expected = "[{\"flow\":\"f\",\"data\":\"$$any\"},{\"flow\":\"f\",\"data\":1}]";

        assertThat(compare(expected, data("f", 1, 2), "f")).isEmpty();
    }

    @Test
    void runsOfDifferentFlowsMayFinishInAnyOrder() throws Exception {
        assertThat(compare(
                        "[{\"flow\":\"f\",\"data\":1},{\"flow\":\"g\",\"data\":2}]",
                        "[{\"flow\":\"g\",\"data\":2},{\"flow\":\"f\",\"data\":1}]"))
                .isEmpty();
    }

    private static String data(String flow, int first, int second) {
        return "[{\"flow\":\"" + flow + "\",\"data\":" + first + "},{\"flow\":\"" + flow + "\",\"data\":" + second
                + "}]";
    }

    private static List<Difference> compareData(String expected, String actual) throws Exception {
        return compare(
                "[{\"flow\":\"f\",\"data\":{\"a\":" + expected + "}}]",
                "[{\"flow\":\"f\",\"data\":{\"a\":" + actual + "}}]");
    }

    private static List<Difference> compare(String expected, String actual, String... unordered) throws Exception {
        List<JsonNode> runs = new ArrayList<>();
        Json.parse(actual).forEach(runs::add);
        return new RunsExpectation(Json.parse(expected), Set.of(unordered), new SavedValues()).compare(runs);
    }
}
