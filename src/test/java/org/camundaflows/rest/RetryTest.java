package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an operator finds runs that failed technically and lets them go on. */
class RetryTest {

    private final FlowServer server = FlowServer.shared();

    @AfterEach
    void repair() {
        server.bean(FlakyOperation.class).outOfOrder(false);
    }

    @Test
    void aFailedRunIsFoundAndSaysWhatFailedWhere() {
        FlowSketch flow = accepted("failing");
        String run = failedRun(flow);

        JsonNode listed = server.admin("/runs?status=failed&flow=" + flow.id()).path("data");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("open_incidents").asInt()).isEqualTo(1);
        assertThat(listed.path(0).path("end").isNull()).isTrue();
        assertThat(server.admin("/runs?status=running&flow=" + flow.id()).path("data"))
                .isEmpty();
        JsonNode incident = details(run).path("incidents").path(0);
        assertThat(incident.path("flow").asText()).isEqualTo(flow.id());
        assertThat(incident.path("operation").asText()).isEqualTo(flow.step(1));
        assertThat(incident.path("key").asText()).isEqualTo("b");
        assertThat(incident.path("message").asText()).contains("\"failing\"", flow.id(), "\"b\"", "the disk is full");
        assertThat(incident.path("time").asText()).endsWith("Z");
    }

    @Test
    void aFailedRunIsCounted() {
        failedRun(accepted("counted"));

        server.await(() -> metrics()
                .lines()
                .anyMatch(line -> line.startsWith("flows_incidents_open ")
                        && Double.parseDouble(line.substring(line.lastIndexOf(' '))) >= 1));
        assertThat(metrics().lines())
                .anyMatch(line -> line.startsWith("flows_steps_seconds_count{")
                        && line.contains("status=\"failed\"")
                        && line.contains("type=\"flaky\""));
    }

    private String metrics() {
        return server.send(server.request("/actuator/prometheus")
                        .header("Authorization", "Bearer " + FlowServer.TOKEN)
                        .GET())
                .body();
    }

    @Test
    void aRetriedRunGoesOn() {
        FlowSketch flow = accepted("retried");
        String run = failedRun(flow);
        server.bean(FlakyOperation.class).outOfOrder(false);

        HttpResponse<String> answer = retry(run, FlowServer.TOKEN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(FlowSketch.parse(answer.body()).path("data").path("id").asText())
                .isEqualTo(run);
        JsonNode ended = server.ended(flow, 1);
        assertThat(ended.path("status").asText()).isEqualTo("resolved");
        assertThat(ended.path("open_incidents").asInt()).isZero();
        assertThat(ended.path("steps").findValuesAsText("attempt")).containsExactly("1", "2", "1");
    }

    @Test
    void aRunThatHasNotFailedIsNotRetried() {
        FlowSketch flow = FlowSketch.webhook("well").transform("a", "1");
        server.deploy(flow);
        server.post(flow, "{}");
        String run = server.ended(flow, 1).path("id").asText();

        HttpResponse<String> answer = retry(run, FlowServer.TOKEN);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_PAYLOAD", "has no failed step to retry");
    }

    @Test
    void aRunThatIsNotThereIsNotFound() {
        assertThat(retry("no-such-run", FlowServer.TOKEN).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyAdministratorsRetry() {
        String run = failedRun(accepted("protected"));

        assertThat(retry(run, "somebody").statusCode()).isEqualTo(401);
        assertThat(server.send(server.request("/runs/" + run + "/retry").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isBetween(401, 403);
        assertThat(details(run).path("open_incidents").asInt()).isEqualTo(1);
    }

    private FlowSketch accepted(String name) {
        FlowSketch flow = FlowSketch.webhook(name)
                .option("async", true)
                .transform("a", "1")
                .step("b", "flaky", "{}")
                .transform("c", "2");
        server.deploy(flow);
        return flow;
    }

    private String failedRun(FlowSketch flow) {
        server.bean(FlakyOperation.class).outOfOrder(true);
        assertThat(server.post(flow, "{}").statusCode()).isEqualTo(204);
        server.await(() -> server.runs(flow).path(0).path("open_incidents").asInt() == 1);
        return server.runs(flow).path(0).path("id").asText();
    }

    private JsonNode details(String run) {
        return server.admin("/runs/" + run).path("data");
    }

    private HttpResponse<String> retry(String run, String token) {
        return server.send(server.request("/runs/" + run + "/retry")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()));
    }
}
