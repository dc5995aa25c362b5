package org.camundaflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camundaflows.app.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {

    private static final String URL = "flows.items.url";
    private static final String USER = "flows.items.username";

    private static final String SNAPSHOT =
            """
            version: 1
            directus: 12.4.1
            vendor: postgres
            collections:
              - collection: planets
                meta: {collection: planets}
                schema: {name: planets}
            fields:
              - collection: planets
                field: id
                type: integer
                meta: null
                schema: {is_primary_key: true, has_auto_increment: true}
              - collection: planets
                field: name
                type: string
                meta: null
                schema: {max_length: 100}
            relations: []
            """;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeSnapshot() throws IOException {
        System.setProperty(URL, "jdbc:h2:file:" + directory.resolve("items"));
        System.setProperty(USER, "sa");
        file = Files.writeString(directory.resolve("snapshot.yaml"), SNAPSHOT);
    }

    @AfterEach
    void forgetDatabase() {
        System.clearProperty(URL);
        System.clearProperty(USER);
    }

    @Test
    void whatIsMissingIsToldThenCreatedThenThere() {
        Shell diff = Shell.run("schema", "diff", file.toString());
        assertThat(diff.err()).isEmpty();
        assertThat(diff.exitCode()).isZero();
        assertThat(diff.out()).contains("missing collection planets").contains("missing field planets.name (string)");
        Shell applied = Shell.run("schema", "apply", file.toString(), "--json");
        assertThat(applied.json().path("created")).hasSize(3);
        assertThat(Shell.run("schema", "diff", file.toString(), "--json").json().path("missing"))
                .isEmpty();
    }

    @Test
    void whatIsNoSnapshotIsRefused() throws IOException {
        Files.writeString(file, "just text");
        Shell refused = Shell.run("schema", "apply", file.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("snapshot");
        assertThat(Shell.run("schema", "apply", directory.resolve("none").toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(Shell.run("schema", "nonsense", file.toString()).exitCode()).isEqualTo(2);
    }
}
