package org.camundaflows.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camundaflows.FlowSketch;
import org.camundaflows.engine.RunFilter;
import org.camundaflows.engine.RunStatus;

/**
 * Records the database of a version, for later versions to open: finished runs and such as wait for something. Run it once
 * for each release, with the file to write: {@code src/test/resources/databases/<version>.zip}.
 */
final class RecordDatabase {

    /** Over when the record is opened. */
    private static final long MINUTE = 60_000;

    private RecordDatabase() {}

    public static void main(String[] args) throws IOException, SQLException {
        Path dataDir = Files.createTempDirectory("recorded");
        try (RecordedServer server = RecordedServer.start(dataDir, true)) {
            finished(server);
            waiting(server);
        }
        String url = "jdbc:h2:file:" + dataDir.resolve("camunda-flows");
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute("shutdown compact");
        }
        Path file = Path.of(args[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream output = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(output)) {
            zip.putNextEntry(new ZipEntry("camunda-flows.mv.db"));
            Files.copy(dataDir.resolve("camunda-flows.mv.db"), zip);
        }
        System.exit(0);
    }

    private static void finished(RecordedServer server) {
        FlowSketch resolved = FlowSketch.webhook("resolved")
                .transform("long", "[\"" + "x".repeat(6000) + "\"]")
                .step("bad", "throw-error", "{\"code\":\"no_stock\",\"status\":\"409\",\"message\":\"None left\"}")
                .otherwise("out", "transform", "{\"json\":{\"was\":\"{{bad.message}}\",\"n\":1.50}}");
        FlowSketch rejected = FlowSketch.webhook("rejected")
                .step("bad", "throw-error", "{\"code\":\"no\",\"status\":\"400\",\"message\":\"No\"}");
        FlowSketch unknown = FlowSketch.webhook("unknown").step("what", "no-such-type", "{}");
        FlowSketch failed = FlowSketch.webhook("failed").step("broken", "switched", "{}");
        for (FlowSketch flow : new FlowSketch[] {resolved, rejected, unknown, failed}) {
            server.deploy(flow);
            server.run(flow, "{\"body\":{\"who\":\"Ada\"}}");
        }
    }

    private static void waiting(RecordedServer server) {
        FlowSketch called =
                FlowSketch.called("called").sleep("nap", MINUTE).transform("out", "{\"got\":\"{{$trigger}}\"}");
        server.deploy(called);
        start(
                server,
                FlowSketch.webhook("sleeping")
                        .step("bad", "throw-error", "{\"code\":\"no\",\"status\":\"400\",\"message\":\"Was here\"}")
                        .otherwise("nap", "sleep", "{\"milliseconds\":" + MINUTE + "}")
                        .transform("out", "[\"{{bad.message}}\",\"{{$trigger.body.who}}\"]"),
                "waiting");
        start(
                server,
                FlowSketch.webhook("calling")
                        .step("call", "trigger", "{\"flow\":\"" + called.id() + "\",\"payload\":[1,2]}")
                        .transform("out", "[\"{{call}}\"]"),
                "waiting");
        FlowSketch incident = FlowSketch.webhook("incident")
                .transform("before", "[1]")
                .step("broken", "switched", "{}")
                .transform("out", "[\"{{before}}\",\"{{$trigger.body.who}}\"]");
        server.deploy(incident);
        server.start(incident, "{\"body\":{\"who\":\"Ada\"}}");
        RunFilter filter = new RunFilter(incident.id(), RunStatus.FAILED, null, null);
        server.await(() -> server.list(filter).size() == 1);
        server.jobs().shutdown();
        FlowSketch accepted = FlowSketch.webhook("accepted").transform("out", "[\"{{$trigger.body.who}}\"]");
        server.deploy(accepted);
        server.start(accepted, "{\"body\":{\"who\":\"Ada\"}}");
    }

    private static void start(RecordedServer server, FlowSketch flow, String status) {
        server.deploy(flow);
        server.start(flow, "{\"body\":{\"who\":\"Ada\"}}");
        server.awaitStep(flow.json().path("name").asText(), status);
    }
}
