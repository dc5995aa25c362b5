package org.camundaflows.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camundaflows.FlowSketch;
import org.camundaflows.app.RunningServer;
import org.camundaflows.store.event.Outbox;
import org.camundaflows.store.schema.SchemaChanges;
import org.camundaflows.store.sql.Database;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows that hear of what happens to things, on the real server. They leave notes. */
class HearingFlowsTest {

    private static final int DEPTH = 5;
    private static final String NOTE =
            """
            {"collection":"notes","permissions":"$full","payload":{"title":"%s"}}""";

    @TempDir
    static Path directory;

    private static RunningServer server;

    private final List<FlowSketch> hearing = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = RunningServer.start(
                directory,
                "--ADMIN_PASSWORD=" + RunningServer.PASSWORD,
                "--ADMIN_TOKEN=" + RunningServer.TOKEN,
                "--flows.runs.sleep-in-thread=300ms",
                "--flows.runs.call-depth=" + DEPTH);
        SchemaChanges schema = server.bean(SchemaChanges.class);
        for (String name : List.of("things", "notes")) {
            schema.createCollection(
                    FlowSketch.parse("{\"collection\":\"%s\",\"meta\":{},\"schema\":{}}".formatted(name)));
            schema.createField(name, FlowSketch.parse("{\"field\":\"title\",\"type\":\"string\"}"));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void hearNoMore() {
        deploy(hearing.stream().map(flow -> flow.member("status", "inactive")));
        await(() -> waiting() == 0);
        Database database = server.bean(Database.class);
        database.sql().deleteFrom(database.table("things")).execute();
        database.sql().deleteFrom(database.table("notes")).execute();
    }

    private void hear(FlowSketch... flows) {
        hearing.addAll(List.of(flows));
        deploy(Stream.of(flows));
    }

    private static void deploy(Stream<FlowSketch> flows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        flows.forEach(flow -> all.add(flow.json()));
        assertThat(post("/deployments", all.toString()).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> post(String path, String body) {
        return server.post(path, RunningServer.bearer(RunningServer.TOKEN), body);
    }

    private static JsonNode get(String path) {
        return FlowSketch.parse(server.get(path, RunningServer.bearer(RunningServer.TOKEN))
                        .body())
                .path("data");
    }

    private static HttpResponse<String> create(String title) {
        return post("/items/things", "{\"title\":\"" + title + "\"}");
    }

    private static List<String> titles(String collection) {
        return get("/items/" + collection + "?sort=id&limit=-1").findValuesAsText("title");
    }

    private static int runs(FlowSketch flow) {
        return get("/flows/" + flow.id() + "/runs?limit=200").size();
    }

    private static int waiting() {
        return server.bean(Database.class).sql().fetchCount(DSL.table(DSL.name("camunda_flows", "flows_outbox")));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(30))
                .until(condition);
    }

    private static FlowSketch event(String name, String type, String scope) {
        return FlowSketch.called(name)
                .trigger("event")
                .option("type", type)
                .option("scope", scope)
                .option("collections", "things");
    }

    private static FlowSketch adding(String name, String scope) {
        return event(name, "filter", scope)
                .transform("changed", "{\"title\":\"{{$trigger.payload.title}} %s\"}".formatted(name));
    }

    @Test
    void filtersAreAskedForTheGeneralNameFirstAndThenInTheOrderOfTheirIds() {
        List<FlowSketch> flows = Stream.of("red", "green", "blue")
                .map(name -> adding(name, "items.create"))
                .sorted(Comparator.comparing(FlowSketch::id))
                .toList();
        flows.forEach(this::hear);
        hear(adding("general", "*.create"));

        create("x");

        List<String> names =
                flows.stream().map(flow -> flow.json().path("name").asText()).toList();
        assertThat(titles("things")).containsExactly("x general " + String.join(" ", names));
    }

    @Test
    void aFilterThatSleepsForLongStaysInItsThread() {
        hear(event("sleeper", "filter", "items.create")
                .sleep("long", 900)
                .transform("changed", "{\"title\":\"slept\"}"));

        HttpResponse<String> answer = create("x");

        assertThat(FlowSketch.parse(answer.body()).at("/data/title").asText()).isEqualTo("slept");
    }

    private static FlowSketch calling(String name) {
        return event(name, "filter", "items.create")
                .option("return", "$trigger.payload")
                .step(
                        "call",
                        "trigger",
                        "{\"flow\":\"%s\",\"payload\":[\"a\",\"b\",\"c\"],\"iterationMode\":\"parallel\"}"
                                .formatted(FlowSketch.id("noting")));
    }

    private static FlowSketch noting() {
        return FlowSketch.called("noting")
                .sleep("long", 400)
                .step("note", "item-create", NOTE.formatted("{{$trigger}}"));
    }

    @Test
    void whatFlowsDoThatAFilterCallsIsPartOfTheWrite() {
        hear(noting(), calling("calling"));

        assertThat(create("x").statusCode()).isEqualTo(200);

        assertThat(titles("notes")).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void whatFlowsDoThatAFilterCallsIsRolledBackWithTheWrite() {
        hear(
                noting(),
                calling("refusing")
                        .step("no", "throw-error", "{\"code\":\"NO\",\"status\":418,\"message\":\"not this\"}"));

        assertThat(create("x").statusCode()).isEqualTo(418);

        assertThat(titles("notes")).isEmpty();
        assertThat(titles("things")).isEmpty();
    }

    @Test
    void filtersThatRaiseEachOthersEventsAreStoppedAndNothingIsWritten() {
        hear(
                event("endless", "filter", "items.create")
                        .step(
                                "again",
                                "item-create",
                                "{\"collection\":\"things\",\"permissions\":\"$full\",\"emitEvents\":true,\"payload\":{\"title\":\"y\"}}"));

        HttpResponse<String> answer = create("x");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("raise each other's events more than " + DEPTH + " deep");
        assertThat(titles("things")).isEmpty();
    }

    @Test
    void anActionThatRaisesItsOwnEventIsStopped() {
        FlowSketch flow = event("loop", "action", "items.create,items.update")
                .member("accountability", "all")
                .step(
                        "again",
                        "item-update",
                        "{\"collection\":\"things\",\"permissions\":\"$full\",\"emitEvents\":true,\"query\":{\"limit\":-1},"
                                + "\"payload\":{\"title\":\"{{$trigger.payload.title}}+\"}}");
        hear(flow);

        create("x");

        await(() -> runs(flow) == DEPTH + 1
                && waiting() == 0
                && get("/runs?status=running").isEmpty());
        assertThat(runs(flow)).isEqualTo(DEPTH + 1);
        assertThat(titles("things")).containsExactly("x" + "+".repeat(DEPTH + 1));
    }

    @Test
    void runsForOneItemBeginInTheOrderOfItsEvents() {
        hear(event("witness", "action", "items.update")
                .step("note", "item-create", NOTE.formatted("{{$trigger.payload.title}}")));
        String path = "/items/things/"
                + FlowSketch.parse(create("x").body()).at("/data/id").asText();

        List<String> states = IntStream.range(0, 25).mapToObj(i -> "state " + i).toList();
        states.forEach(state -> patch(path, state));

        await(() -> titles("notes").size() == states.size());
        assertThat(titles("notes")).containsExactlyElementsOf(states);
    }

    private static void patch(String path, String title) {
        assertThat(server.patch(path, RunningServer.bearer(RunningServer.TOKEN), "{\"title\":\"" + title + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRunThatSleepsForLongDoesNotHoldUpTheNextEventOfItsItem() {
        FlowSketch flow = event("hibernating", "action", "items.update")
                .member("accountability", "all")
                .sleep("winter", 3_600_000)
                .transform("done", "1");
        hear(flow);
        String path = "/items/things/"
                + FlowSketch.parse(create("x").body()).at("/data/id").asText();

        patch(path, "one");
        patch(path, "two");

        await(() -> runs(flow) == 2);
    }

    @Test
    void aFlowThatIsSwitchedOffHearsNothing() {
        FlowSketch filter = adding("off", "items.create").member("status", "inactive");
        hear(filter);

        create("x");

        assertThat(titles("things")).containsExactly("x");
    }

    @Test
    void anEventThatComesTooLateForItsFlowIsForgotten() {
        FlowSketch off = event("switched off", "action", "items.create")
                .member("accountability", "all")
                .member("status", "inactive")
                .transform("done", "1");
        FlowSketch other = FlowSketch.webhook("something else now")
                .member("accountability", "all")
                .transform("done", "1");
        hear(off, other);

        server.bean(EventDelivery.class)
                .deliver(Stream.of(off.id(), other.id(), FlowSketch.id("never was"))
                        .map(id -> new Outbox.Entry(
                                id,
                                0,
                                FlowSketch.parse("{\"collection\":\"things\",\"key\":1}"),
                                NullNode.getInstance()))
                        .toList());

        await(() -> waiting() == 0);
        assertThat(runs(off)).isZero();
        assertThat(runs(other)).isZero();
    }
}
