package org.camundaflows.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.List;
import org.camundaflows.FlowSketch;
import org.camundaflows.app.RunningServer;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.sql.Database;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartedStoreTest {

    private static final FlowSketch CHANGED =
            FlowSketch.webhook("changed while down").transform("a", "1");
    private static final FlowSketch DELETED =
            FlowSketch.webhook("deleted while down").transform("a", "1");
    private static final FlowSketch KEPT = FlowSketch.webhook("kept").transform("a", "1");

    @TempDir
    Path dataDir;

    @Test
    void theStartBringsTogetherWhatIsStoredAndWhatIsDeployed() {
        try (RunningServer server = RunningServer.startWithKnownAdmin(dataDir)) {
            save(server, CHANGED, DELETED, KEPT);
        }
        try (RunningServer down = RunningServer.start(dataDir, "--flows.items.triggers=")) {
            assertThat(fire(down, KEPT)).isEqualTo(403);
            write(down);
        }
        try (RunningServer server = RunningServer.startWithKnownAdmin(dataDir)) {
            assertThat(fire(server, DELETED)).isEqualTo(403);
            assertThat(fire(server, KEPT)).isEqualTo(200);
            assertThat(server.post("/flows/trigger/" + CHANGED.id(), "", "{}").body())
                    .contains("\"a\":2");
        }
    }

    /** While none of the triggers are this server's, it leaves the flows to others. */
    private static void write(RunningServer down) {
        Database database = down.bean(Database.class);
        down.bean(Items.class).delete("directus_flows", List.of(TextNode.valueOf(DELETED.id())), Session.SYSTEM);
        down.bean(Items.class)
                .update(
                        "directus_operations",
                        List.of(TextNode.valueOf(CHANGED.step(0))),
                        (com.fasterxml.jackson.databind.node.ObjectNode) FlowSketch.parse("{\"options\":{\"json\":2}}"),
                        Session.SYSTEM);
        assertThat(database.sql()
                        .fetchCount(
                                database.table("directus_flows"),
                                DSL.field(DSL.name("name")).eq("kept")))
                .isEqualTo(1);
    }

    @Test
    void flowsOfOtherTriggersAreStoredAndLeftAlone() {
        try (RunningServer server = RunningServer.start(dataDir, "--flows.items.triggers=manual,operation")) {
            FlowDeployments.Deployed stored = save(server, KEPT).get(0);

            assertThat(stored.isRefused()).isFalse();
            assertThat(stored.definitionId()).isNull();
            assertThat(stored.issues()).extracting("code").contains("run-elsewhere");
            assertThat(fire(server, KEPT)).isEqualTo(403);
            assertThat(server.bean(FlowDeployments.class).stored()).isEmpty();
        }
    }

    private static List<FlowDeployments.Deployed> save(RunningServer server, FlowSketch... flows) {
        return server.bean(FlowStore.class)
                .save(java.util.Arrays.stream(flows).map(FlowSketch::flow).toList(), Session.SYSTEM);
    }

    private static int fire(RunningServer server, FlowSketch flow) {
        return server.post("/flows/trigger/" + flow.id(), "", "{}").statusCode();
    }
}
