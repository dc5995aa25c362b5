package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camundaflows.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the recorded cases expect is accepted, and anything that differs from it in one place is not. */
class RecordedCasesTest {

    private static final Pattern USE = Pattern.compile("\\$\\$use:(\\w+)");

    private final SavedValues saved = new SavedValues();

    static Stream<String> areas() {
        return cases().map(Case::area).distinct();
    }

    private static Stream<Case> cases() {
        return new CaseReader(Path.of("src", "test", "resources", "conformance")).cases().stream();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyDifferenceFromAnExpectedAnswerIsFound(String area) {
        bodies(area).forEach(expected -> {
            assertThat(compare(expected, Mutations.fitting(expected))).isEmpty();
            Mutations.of(ForeignKeyErrors.accept(expected)).forEach(wrong -> assertThat(compare(expected, wrong))
                    .as("%s is not %s", wrong, expected)
                    .isNotEmpty());
        });
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyDifferenceFromExpectedRunsIsFound(String area) {
        expectations(area).map(expect -> expect.path("runs")).forEach(expected -> {
            assertThat(compareRuns(expected, Mutations.fitting(expected))).isEmpty();
            expected.forEach(run -> assertDifferencesAreFound(run));
        });
    }

    private void assertDifferencesAreFound(JsonNode run) {
        for (Map.Entry<String, JsonNode> member : run.properties()) {
            if (Set.of("data", "flow").contains(member.getKey())) {
                for (JsonNode wrong : Mutations.of(member.getValue())) {
                    List<Difference> found =
                            Expectation.compare(member.getValue(), wrong, Place.root("data"), saved, RunLeniency.DATA);
                    assertThat(found)
                            .as("%s is not %s", wrong, member.getValue())
                            .isNotEmpty();
                }
            }
        }
        for (JsonNode step : run.path("steps")) {
            for (JsonNode wrong : Mutations.of(step.path("options"))) {
                List<Difference> found = Expectation.compare(
                        step.path("options"), wrong, Place.root("options"), saved, RunLeniency.OPTIONS);
                assertThat(found).as("%s is not %s", wrong, step).isNotEmpty();
            }
        }
    }

    private Stream<JsonNode> bodies(String area) {
        return expectations(area)
                .map(expect -> expect.path("response").path("body"))
                .filter(body -> !body.isMissingNode());
    }

    private Stream<JsonNode> expectations(String area) {
        return cases().filter(one -> one.area().equals(area))
                .flatMap(one -> one.steps().stream())
                .map(Case.Step::expect);
    }

    private List<Difference> compare(JsonNode expected, JsonNode actual) {
        saveAll(expected);
        return Expectation.compare(expected, actual, Place.root("body"), saved);
    }

    private List<Difference> compareRuns(JsonNode expected, JsonNode actual) {
        saveAll(expected);
        List<JsonNode> runs = new ArrayList<>();
        actual.forEach(runs::add);
        return new RunsExpectation(expected, Set.of(), saved).compare(runs);
    }

    /** A step may use what an earlier step of its case saved; here every name has the same value. */
    private void saveAll(JsonNode expected) {
        Matcher name = USE.matcher(Json.write(expected));
        while (name.find()) {
            saved.save(name.group(1), TextNode.valueOf("saved"));
        }
    }
}
