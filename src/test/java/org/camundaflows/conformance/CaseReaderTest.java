package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseReaderTest {

    @TempDir
    Path directory;

    @BeforeEach
    void writeCases() throws Exception {
        write(
                "cases/b/one.json",
                """
                {"id":"b/one","world":"blank","env":{"A":"1"},"flows":[{"id":"f","name":"$$http/x"}],
                 "fire":{"kind":"webhook"},"expect":{"response":{"status":200}}}""");
        write(
                "cases/a/two.json",
                """
                {"id":"a/two","world":"shop","flows":[{"id":"f"},{"id":"g","trigger":"schedule"}],
                 "steps":[{"fire":{"kind":"rest"},"expect":{"runs":[]}},
                          {"fire":{"kind":"schedule","flow":"g"},"expect":{"items":{}}}]}""");
        write("deviations.json", "[{\"id\":\"a/two\",\"expect\":\"better\"}]");
    }

    @Test
    void readsAllCasesByAreaAndName() {
        assertThat(new CaseReader(directory).cases()).extracting(Case::id).containsExactly("a/two", "b/one");
        assertThat(new CaseReader(directory).deviations()).containsExactly("a/two");
    }

    @Test
    void aDirectoryNeedNotNameDeviations() throws Exception {
        Files.delete(directory.resolve("deviations.json"));

        assertThat(new CaseReader(directory).deviations()).isEmpty();
    }

    @Test
    void aCaseWithoutStepsIsOneCall() {
        Case one = find("b/one");

        assertThat(one.steps()).hasSize(1);
        assertThat(one.steps().get(0).expect().has("response")).isTrue();
        assertThat(one.env()).isEqualTo(Map.of("A", "1"));
        assertThat(one.hasSchedule()).isFalse();
    }

    @Test
    void aScheduleFiresTheFlowItNamesOrElseTheFirst() {
        Case one = find("a/two");

        assertThat(one.scheduledFlow(one.steps().get(0))).isEqualTo("f");
        assertThat(one.scheduledFlow(one.steps().get(1))).isEqualTo("g");
        assertThat(one.hasSchedule()).isTrue();
    }

    @Test
    void theBaseUrlOfTheStubIsInserted() {
        assertThat(find("b/one")
                        .withStub("http://h:1")
                        .flows()
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("http://h:1/x");
    }

    @Test
    void developersChooseCasesByAreaAndId() {
        assertThat(new Selection(Set.of(), Set.of()).includes(find("b/one"))).isTrue();
        assertThat(new Selection(Set.of("b", "c"), Set.of()).includes(find("b/one")))
                .isTrue();
        assertThat(new Selection(Set.of("b"), Set.of()).includes(find("a/two"))).isFalse();
        assertThat(new Selection(Set.of(), Set.of("a/two")).includes(find("a/two")))
                .isTrue();
        assertThat(new Selection(Set.of(), Set.of("a/two")).includes(find("b/one")))
                .isFalse();
    }

    @Test
    void casesThatNeedMoreThanThereIsSayWhat() {
        Capabilities all = new Capabilities(
                Set.of("blank", "shop"), Set.of("webhook", "rest", "schedule"), Set.of("response", "runs", "items"));

        assertThat(all.missingFor(find("b/one"))).isEmpty();
        assertThat(all.missingFor(find("a/two"))).isEmpty();
        assertThat(new Capabilities(Set.of("blank"), all.fireKinds(), all.observations()).missingFor(find("a/two")))
                .contains("world shop");
        assertThat(new Capabilities(all.worlds(), Set.of("rest"), all.observations()).missingFor(find("a/two")))
                .contains("fire kind schedule");
        assertThat(new Capabilities(all.worlds(), all.fireKinds(), Set.of("runs")).missingFor(find("a/two")))
                .contains("observation of items");
    }

    private Case find(String id) {
        return new CaseReader(directory)
                .cases().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private void write(String path, String text) throws Exception {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
