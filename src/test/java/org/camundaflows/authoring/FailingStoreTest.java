package org.camundaflows.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.camundaflows.FlowSketch;
import org.camundaflows.app.RunningServer;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.sql.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A database that is away for a while. */
class FailingStoreTest {

    @TempDir
    Path dataDir;

    @Test
    void changesAreLookedForAgainWhenTheDatabaseIsBackAndTheLossIsLoggedOnce() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(FlowStore.class);
        try (RunningServer server = RunningServer.start(dataDir)) {
            FlowSketch flow = FlowSketch.webhook("surviving").transform("a", "1");
            FlowStore store = server.bean(FlowStore.class);
            store.save(List.of(flow.flow()), Session.SYSTEM);
            log.start();
            logger.addAppender(log);

            execute(server, "alter table \"items\".\"directus_operations\" rename to \"away\"");
            store.lookForChanges();
            store.lookForChanges();
            execute(server, "update \"items\".\"directus_flows\" set \"status\" = 'inactive'");
            execute(server, "alter table \"items\".\"away\" rename to \"directus_operations\"");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() ->
                            server.post("/flows/trigger/" + flow.id(), "", "{}").statusCode() == 403);
            assertThat(log.list)
                    .extracting(event -> event.getLevel().toString())
                    .containsOnlyOnce("ERROR")
                    .doesNotContain("WARN");
        } finally {
            logger.detachAppender(log);
        }
    }

    private static void execute(RunningServer server, String statement) {
        server.bean(Database.class).sql().execute(statement);
    }
}
