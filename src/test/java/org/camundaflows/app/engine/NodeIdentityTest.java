package org.camundaflows.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIdentityTest {

    @TempDir
    Path dataDir;

    @Test
    void aNodeIsTheSameAfterARestart() {
        String first = idOfOneLife(dataDir);

        assertThat(idOfOneLife(dataDir)).isEqualTo(first);
    }

    @Test
    void theDirectoryIsMadeWhenItIsMissing() {
        Path missing = dataDir.resolve("a/b");

        assertThat(idOfOneLife(missing)).isEqualTo(idOfOneLife(missing));
    }

    @Test
    void aSecondNodeWithTheSameDirectoryIsSomebodyElse() {
        try (NodeIdentity first = NodeIdentity.claim(dataDir);
                NodeIdentity second = NodeIdentity.claim(dataDir)) {
            assertThat(second.id()).isNotEqualTo(first.id());
        }
    }

    @Test
    void aSecondNodeDoesNotTakeTheKeptIdAway() {
        String first = idOfOneLife(dataDir);
        try (NodeIdentity again = NodeIdentity.claim(dataDir)) {
            idOfOneLife(dataDir);
        }

        assertThat(idOfOneLife(dataDir)).isEqualTo(first);
    }

    @Test
    void aDamagedFileIsReplaced() throws IOException {
        Files.writeString(dataDir.resolve(NodeIdentity.FILE), "x".repeat(100));
        String id = idOfOneLife(dataDir);

        assertThat(id).isEqualTo(idOfOneLife(dataDir)).hasSize(36);
        assertThat(dataDir.resolve(NodeIdentity.FILE)).hasContent(id);
    }

    @Test
    void aNodeWithoutAUsableDirectoryHasAnIdAllTheSame() throws IOException {
        Path file = Files.createFile(dataDir.resolve("file"));

        assertThat(idOfOneLife(file)).hasSize(36).isNotEqualTo(idOfOneLife(file));
    }

    @Test
    void peopleAreShownTheBeginning() {
        try (NodeIdentity node = NodeIdentity.claim(dataDir)) {
            assertThat(node.id()).startsWith(node.shortId() + "-");
        }
    }

    private static String idOfOneLife(Path directory) {
        try (NodeIdentity node = NodeIdentity.claim(directory)) {
            return node.id();
        }
    }
}
