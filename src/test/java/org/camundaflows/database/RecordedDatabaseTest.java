package org.camundaflows.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.camundaflows.FlowSketch;
import org.camundaflows.engine.RunDetails;
import org.camundaflows.engine.RunFilter;
import org.camundaflows.engine.RunStatus;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of released versions are read, and their runs finished. */
class RecordedDatabaseTest {

    @TempDir
    Path dataDir;

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void theRunsOfAnOlderVersionAreShownAndFinished(String version) throws IOException {
        unpack(version);
        try (RecordedServer server = RecordedServer.start(dataDir, false)) {
            assertEnded(server, "resolved", RunStatus.RESOLVED, "{\"was\":\"None left\",\"n\":1.50}");
            assertThat(server.only("resolved").data().path("long").path(0).asText())
                    .hasSize(6000);
            assertEnded(server, "rejected", RunStatus.REJECTED, null);
            assertEnded(server, "unknown", RunStatus.UNKNOWN, null);
            assertEnded(server, "failed", RunStatus.FAILED, null);
            retryIncident(server);
            server.await(() -> server.list(new RunFilter(null, RunStatus.RUNNING, null, null))
                    .isEmpty());
            assertEnded(server, "sleeping", RunStatus.RESOLVED, "[\"Was here\",\"Ada\"]");
            assertEnded(server, "calling", RunStatus.RESOLVED, "[[{\"got\":1},{\"got\":2}]]");
            assertEnded(server, "incident", RunStatus.RESOLVED, "[[1],\"Ada\"]");
            assertEnded(server, "accepted", RunStatus.RESOLVED, "[\"Ada\"]");
            assertThat(server.list(new RunFilter(FlowSketch.id("called"), RunStatus.RESOLVED, null, null)))
                    .hasSize(2);
        }
    }

    private static void retryIncident(RecordedServer server) {
        RunDetails run = server.only("incident");
        assertThat(run.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.incidents().path(0).path("key").asText()).isEqualTo("broken");
        assertThat(server.flows().retries().retry(run.run().id())).isEqualTo(1);
        server.await(() -> server.only("incident").run().end() != null);
    }

    private static void assertEnded(RecordedServer server, String flow, RunStatus status, String out) {
        RunDetails run = server.only(flow);
        assertThat(run.run().status()).as(flow).isEqualTo(status);
        assertThat(run.run().end()).as(flow).isNotNull();
        if (out != null) {
            JsonNode expected = FlowSketch.parse(out);
            assertThat(run.data().path("out")).as(flow).isEqualTo(expected);
        }
    }

    private void unpack(String version) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(
                RecordedDatabaseTest.class.getResourceAsStream("/databases/" + version + ".zip"), version))) {
            Files.copy(zip, dataDir.resolve(zip.getNextEntry().getName()));
        }
    }
}
