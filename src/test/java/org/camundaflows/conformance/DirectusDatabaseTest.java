package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camundaflows.app.RunningServer;
import org.camundaflows.json.Json;
import org.camundaflows.store.DirectusDump;
import org.camundaflows.store.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server on a database that a real Directus made, with the tables of the engine in it too. */
class DirectusDatabaseTest {

    @TempDir
    private Path directory;

    @Test
    void itsFlowsAndItemsAnswerAsTheyDidInDirectus() throws Exception {
        try (TestStore store = DirectusDump.restored();
                RunningServer server = start(store)) {
            List<Difference> differences = new ArrayList<>();
            int number = 0;
            for (JsonNode call : Json.parse(DirectusDump.calls())) {
                differences.addAll(make(call, server, "call " + number++ + " " + call.path("path")));
            }
            assertThat(differences).isEmpty();
        }
    }

    @Test
    void theStartLeavesItsTablesAsTheyAre() throws Exception {
        try (TestStore store = DirectusDump.restored()) {
            List<String> tables = DirectusDump.tables(store);
            Map<String, String> before = DirectusDump.content(store, tables);
            try (RunningServer server = start(store)) {
                assertThat(server.get("/server/ping", "").body()).isEqualTo("pong");
            }
            assertThat(DirectusDump.tables(store))
                    .filteredOn(table -> !table.startsWith("act_"))
                    .isEqualTo(tables);
            assertThat(DirectusDump.content(store, tables)).isEqualTo(before);
        }
    }

    private RunningServer start(TestStore store) {
        List<String> arguments = new ArrayList<>(store.serverArguments());
        arguments.add("--ADMIN_PASSWORD=" + RunningServer.PASSWORD);
        return RunningServer.start(directory, arguments.toArray(String[]::new));
    }

    private static List<Difference> make(JsonNode call, RunningServer server, String name) throws Exception {
        String token = call.path("token").textValue();
        String authorization = token == null ? "" : RunningServer.bearer(token);
        String path = call.path("path").asText();
        HttpResponse<String> answer = call.path("method").asText().equals("GET")
                ? server.get(path, authorization)
                : server.post(path, authorization, Json.write(call.path("body")));
        ObjectNode actual = Json.mapper().createObjectNode().put("status", answer.statusCode());
        actual.set("body", Json.parse(answer.body()));
        return Expectation.compare(timeless(call.path("expect")), actual, Place.root(name), new SavedValues());
    }

    /** The time of writing differs from run to run. */
    private static JsonNode timeless(JsonNode expected) {
        for (JsonNode parent : expected.findParents("date_created")) {
            ((ObjectNode) parent).put("date_created", "$$timestamp");
        }
        return expected;
    }
}
