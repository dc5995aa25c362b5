package org.camundaflows.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camundaflows.FlowSketch;
import org.camundaflows.app.RunningServer;
import org.camundaflows.compile.BpmnIds;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.query.QueryReader;
import org.camundaflows.store.sql.Database;
import org.camundaflows.store.sql.TableMarks;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowStoreTest {

    @TempDir
    static Path dataDir;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.startWithKnownAdmin(dataDir);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aNewFlowIsStoredWithItsOperationsAndTheirLinksAndRuns() {
        FlowSketch flow = FlowSketch.webhook("new")
                .transform("a", "1")
                .transform("b", "2")
                .otherwise("c", "transform", "{\"json\":3}");

        FlowDeployments.Deployed deployed = save(flow);

        assertThat(deployed.isRefused()).isFalse();
        assertThat(deployed.changed()).isTrue();
        assertThat(deployed.version()).isEqualTo(1);
        JsonNode row = row("directus_flows", flow.id());
        assertThat(row.path("name").asText()).isEqualTo("new");
        assertThat(row.path("operation").asText()).isEqualTo(flow.step(0));
        assertThat(row("directus_operations", flow.step(0)).path("resolve").asText())
                .isEqualTo(flow.step(1));
        assertThat(row("directus_operations", flow.step(1)).path("reject").asText())
                .isEqualTo(flow.step(2));
        assertThat(row("directus_operations", flow.step(2)).path("flow").asText())
                .isEqualTo(flow.id());
        assertThat(fire(flow)).contains("\"b\":2");
    }

    @Test
    void whatIsStoredAlreadyIsNotWrittenAgain() {
        FlowSketch flow = FlowSketch.webhook("same").transform("a", "{\"n\":1.5,\"t\":\"x\",\"l\":[]}");
        save(flow);
        List<?> before = new TableMarks(database(), FlowRows.FLOWS, FlowRows.OPERATIONS).current();

        FlowDeployments.Deployed again = save(flow);

        assertThat(again.changed()).isFalse();
        assertThat(again.version()).isEqualTo(1);
        assertThat(new TableMarks(database(), FlowRows.FLOWS, FlowRows.OPERATIONS).current())
                .isEqualTo(before);
    }

    @Test
    void aChangedFlowIsTheNextVersionAndOperationsThatWentAreRemoved() {
        save(FlowSketch.webhook("changed").transform("a", "1").transform("b", "2"));
        FlowSketch shorter = FlowSketch.webhook("changed").transform("a", "7");

        FlowDeployments.Deployed deployed = save(shorter);

        assertThat(deployed.changed()).isTrue();
        assertThat(deployed.version()).isEqualTo(2);
        assertThat(operations(shorter)).hasSize(1);
        assertThat(fire(shorter)).contains("\"a\":7").doesNotContain("\"b\"");
    }

    @Test
    void operationsMayChangePlaces() {
        FlowSketch flow = FlowSketch.webhook("turned").transform("a", "1").transform("b", "2");
        save(flow);
        ObjectNode turned = flow.json();
        turned.put("operation", flow.step(1));
        ((ObjectNode) turned.path("operations").path(0)).putNull("resolve");
        ((ObjectNode) turned.path("operations").path(1)).put("resolve", flow.step(0));

        assertThat(save(turned).get(0).isRefused()).isFalse();

        assertThat(row("directus_operations", flow.step(1)).path("resolve").asText())
                .isEqualTo(flow.step(0));
    }

    @Test
    void aRefusedFlowLeavesWhatWasThereAndDoesNotHinderOthers() {
        FlowSketch kept = FlowSketch.webhook("kept").transform("a", "1");
        save(kept);
        ObjectNode cyclic = kept.json();
        ((ObjectNode) cyclic.path("operations").path(0)).put("resolve", kept.step(0));
        ObjectNode unfit = FlowSketch.webhook("unfit").transform("a", "1").json();
        ((ObjectNode) unfit.path("operations").path(0)).put("id", "no-id");
        unfit.put("operation", "no-id");
        FlowSketch good = FlowSketch.webhook("good").transform("a", "5");

        List<FlowDeployments.Deployed> all = save(cyclic, unfit, good.json());

        assertThat(all).extracting(FlowDeployments.Deployed::isRefused).containsExactly(true, true, false);
        assertThat(all.get(0).issues()).extracting("code").contains("link-cycle");
        assertThat(all.get(1).issues()).extracting("code").containsExactly("id-not-storable");
        assertThat(fire(kept)).contains("\"a\":1");
        assertThat(fire(good)).contains("\"a\":5");
        assertThat(rows("directus_flows", unfit.path("id").asText())).isEmpty();
    }

    @Test
    void aFlowOfAnotherSystemKeepsNoForeignCreator() {
        FlowSketch flow = FlowSketch.webhook("foreign").transform("a", "1");
        ObjectNode json = flow.json().put("user_created", "11111111-1111-4111-8111-111111111111");
        ((ObjectNode) json.path("operations").path(0)).put("user_created", "11111111-1111-4111-8111-111111111111");

        assertThat(save(json).get(0).isRefused()).isFalse();
        assertThat(row("directus_flows", flow.id()).path("user_created").isNull())
                .isTrue();
    }

    @Test
    void changedRowsAreDeployedAtOnce() {
        FlowSketch flow = FlowSketch.webhook("edited").transform("a", "1");
        save(flow);

        items().update(
                        "directus_operations",
                        List.of(TextNode.valueOf(flow.step(0))),
                        object("{\"options\":{\"json\":42}}"),
                        Session.SYSTEM);

        assertThat(fire(flow)).contains("\"a\":42");
    }

    @Test
    void anInactiveFlowDoesNotRunUntilItIsActiveAgain() {
        FlowSketch flow = FlowSketch.webhook("paused").transform("a", "1");
        save(flow);
        status(flow, "inactive");
        assertThat(fireStatus(flow)).isEqualTo(403);
        status(flow, "active");
        assertThat(fireStatus(flow)).isEqualTo(200);
    }

    @Test
    void aDeletedFlowIsWithdrawnWhileItsRunFinishes() {
        FlowSketch flow = FlowSketch.webhook("deleted")
                .option("async", true)
                .sleep("s", 700)
                .transform("end", "1");
        save(flow);
        fire(flow);

        items().delete("directus_flows", List.of(TextNode.valueOf(flow.id())), Session.SYSTEM);

        assertThat(fireStatus(flow)).isEqualTo(403);
        assertThat(operations(flow)).isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> server.get(
                        "/flows/" + flow.id() + "/runs", RunningServer.bearer(RunningServer.TOKEN))
                .body()
                .contains("\"status\":\"resolved\""));
        save(flow);
        assertThat(fireStatus(flow)).isLessThan(300);
    }

    @Test
    void whatAnotherProgramWritesIsSeenBySoon() {
        FlowSketch flow = FlowSketch.webhook("elsewhere").transform("a", "1");
        save(flow);

        database()
                .sql()
                .update(database().table("directus_flows"))
                .set(Map.of(DSL.field(DSL.name("status")), "inactive"))
                .where(DSL.field(DSL.name("name")).eq("elsewhere"))
                .execute();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> fireStatus(flow) == 403);
    }

    @Test
    void aThousandFlowsAreStoredInOneGoAndThenCostLittle() {
        ArrayNode many = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1000; i++) {
            many.add(FlowSketch.called("many " + i)
                    .transform("a", "1")
                    .transform("b", "2")
                    .json());
        }
        long begin = System.nanoTime();
        List<FlowDeployments.Deployed> all = save(many);
        Duration storing = Duration.ofNanos(System.nanoTime() - begin);
        begin = System.nanoTime();
        assertThat(save(many)).noneMatch(FlowDeployments.Deployed::changed);
        begin = System.nanoTime();
        status(FlowSketch.called("many 1"), "inactive");
        begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            store().lookForChanges();
        }
        Duration looking = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(all).hasSize(1000).noneMatch(FlowDeployments.Deployed::isRefused);
        assertThat(storing).isLessThan(Duration.ofMinutes(2));
        assertThat(looking).isLessThan(Duration.ofSeconds(5));
        assertThat(server.bean(RepositoryService.class)
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(BpmnIds.process(FlowSketch.id("many 999")))
                        .count())
                .isEqualTo(1);
    }

    private static FlowStore store() {
        return server.bean(FlowStore.class);
    }

    private static Items items() {
        return server.bean(Items.class);
    }

    private static Database database() {
        return server.bean(Database.class);
    }

    private static FlowDeployments.Deployed save(FlowSketch flow) {
        return save(flow.json()).get(0);
    }

    private static List<FlowDeployments.Deployed> save(ObjectNode... flows) {
        return save(JsonNodeFactory.instance.arrayNode().addAll(List.of(flows)));
    }

    private static List<FlowDeployments.Deployed> save(ArrayNode flows) {
        return store().save(new org.camundaflows.flow.FlowReader().read(flows).flows(), Session.SYSTEM);
    }

    private static String fire(FlowSketch flow) {
        return server.post("/flows/trigger/" + flow.id(), "", "{}").body();
    }

    private static int fireStatus(FlowSketch flow) {
        return server.post("/flows/trigger/" + flow.id(), "", "{}").statusCode();
    }

    private static void status(FlowSketch flow, String status) {
        items().update(
                        "directus_flows",
                        List.of(TextNode.valueOf(flow.id())),
                        object("{\"status\":\"" + status + "\"}"),
                        Session.SYSTEM);
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) FlowSketch.parse(json);
    }

    private static JsonNode row(String collection, String id) {
        return rows(collection, id).path(0);
    }

    private static ArrayNode rows(String collection, String id) {
        return items().read(collection, where("id", id), Session.SYSTEM);
    }

    private static ArrayNode operations(FlowSketch flow) {
        return items().read("directus_operations", where("flow", flow.id()), Session.SYSTEM);
    }

    private static org.camundaflows.store.query.Query where(String field, String value) {
        return QueryReader.sanitised(object("{\"filter\":{\"" + field + "\":{\"_eq\":\"" + value + "\"}}}"));
    }
}
