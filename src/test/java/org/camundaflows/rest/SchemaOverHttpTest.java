package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaOverHttpTest {

    private static final String PLANETS =
            """
            {"collection": "planets", "schema": {}, "meta": {"icon": "public"}, "fields": [
              {"field": "id", "type": "integer", "schema": {"is_primary_key": true, "has_auto_increment": true}, "meta": {}},
              {"field": "name", "type": "string", "schema": {"max_length": 50}, "meta": {}},
              {"field": "star", "type": "integer", "schema": {}, "meta": {}}]}
            """;

    private FlowServer server;

    @BeforeAll
    void start() {
        server = FlowServer.start("--spring.datasource.url=jdbc:h2:mem:model;DB_CLOSE_DELAY=-1");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theModelIsMadeReadChangedAndDeleted() {
        JsonNode made = data("POST", "/collections", PLANETS);
        assertThat(made.at("/schema/name").asText()).isEqualTo("planets");
        assertThat(made.at("/meta/icon").asText()).isEqualTo("public");
        assertThat(data("GET", "/collections", "").findValuesAsText("collection"))
                .contains("planets", "directus_users")
                .noneMatch(name -> name.toLowerCase().startsWith("act_"));

        JsonNode moons = data("POST", "/fields/planets", "{\"field\": \"moons\", \"type\": \"integer\", \"meta\": {}}");
        assertThat(moons.path("type").asText()).isEqualTo("integer");
        assertThat(data("GET", "/fields/planets/name", "")
                        .at("/schema/max_length")
                        .asInt())
                .isEqualTo(50);
        assertThat(data("PATCH", "/fields/planets/moons", "{\"meta\": {\"note\": \"count\"}}")
                        .at("/meta/note")
                        .asText())
                .isEqualTo("count");
        assertThat(call("PATCH", "/fields/planets/moons", "{\"type\": \"text\"}", true)
                        .statusCode())
                .isEqualTo(400);

        JsonNode star = data(
                "POST",
                "/relations",
                "{\"collection\": \"planets\", \"field\": \"star\", \"related_collection\": \"planets\", \"schema\": {}, \"meta\": {}}");
        assertThat(star.at("/schema/foreign_key_table").asText()).isEqualTo("planets");
        assertThat(star.at("/meta/one_collection").asText()).isEqualTo("planets");
        assertThat(data("GET", "/relations/planets", "")).hasSize(1);

        assertThat(data("POST", "/items/planets", "{\"name\": \"Mars\", \"moons\": 2}")
                        .path("moons")
                        .asInt())
                .isEqualTo(2);
        assertThat(call("DELETE", "/relations/planets/star", "", true).statusCode())
                .isEqualTo(204);
        assertThat(call("DELETE", "/fields/planets/moons", "", true).statusCode())
                .isEqualTo(204);
        assertThat(call("GET", "/fields/planets/moons", "", true).statusCode()).isEqualTo(403);
        assertThat(call("DELETE", "/collections/planets", "", true).statusCode())
                .isEqualTo(204);
        assertThat(call("GET", "/collections/planets", "", true).statusCode()).isEqualTo(403);
    }

    @Test
    void othersSeeOnlyWhatTheyMayReadAndChangeNothing() {
        assertThat(FlowSketch.parse(call("GET", "/collections", "", false).body())
                        .path("data"))
                .isEmpty();
        assertThat(call("GET", "/fields/directus_users", "", false).statusCode())
                .isEqualTo(403);
        assertThat(call("POST", "/collections", "{\"collection\": \"mine\"}", false)
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("DELETE", "/fields/directus_users/email", "", false).statusCode())
                .isEqualTo(403);
        assertThat(call("GET", "/flows", "", false).statusCode()).isEqualTo(403);
    }

    @Test
    void runsStayForAdministratorsAmongTheRoutesOfFlows() {
        assertThat(call("GET", "/flows/any/runs", "", false).statusCode()).isIn(401, 403);
    }

    @Test
    void theCallersOwnRowHasTheFieldsAskedFor() {
        JsonNode me = data("GET", "/users/me?fields=id,role.name", "");
        assertThat(me.properties()).hasSize(2);
        assertThat(me.at("/role/name").asText()).isEqualTo("Administrator");
    }

    private JsonNode data(String method, String path, String body) {
        HttpResponse<String> answer = call(method, path, body, true);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FlowSketch.parse(answer.body()).path("data");
    }

    private HttpResponse<String> call(String method, String path, String body, boolean admin) {
        HttpRequest.Builder request = server.request(path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return server.send(admin ? request.header("Authorization", "Bearer " + FlowServer.TOKEN) : request);
    }
}
