package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published attacks on systems of this kind, tried on flows of this one. */
class AttackedFlowsTest {

    private static FlowServer server;

    @BeforeAll
    static void start() {
        server = FlowServer.shared();
        IdentityService identity = server.bean(IdentityService.class);
        User user = identity.newUser("nobody");
        user.setPassword("nobody's password");
        identity.saveUser(user);
    }

    /** CVE-2025-30353: a failing condition told its caller the whole data chain. */
    @ParameterizedTest
    @ValueSource(strings = {"$all", "$last"})
    void theErrorOfAConditionTellsNothingOfTheChain(String returned) {
        FlowSketch flow = FlowSketch.webhook("failing condition " + returned)
                .option("return", returned)
                .option("error_on_reject", true)
                .transform("kept", "{\"inner\":\"canary-chain-12\",\"env\":\"{{$env.SECRET}}\",\"tested\":\"abc\"}")
                .step(
                        "check",
                        "condition",
                        "{\"filter\":{\"kept\":{\"tested\":{\"_eq\":\"other\"},\"inner\":{\"_null\":true}}}}");
        server.deploy(flow);

        HttpResponse<String> answer = server.post(flow, "{\"secret\":\"canary-body-34\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("FAILED_VALIDATION")
                .doesNotContain("canary-chain-12", "canary-body-34", FlowServer.SECRET, "abc");
    }

    /** CVE-2025-53889: flows of other triggers could be started by anybody. */
    @ParameterizedTest
    @ValueSource(strings = {"operation", "schedule", "manual", "event"})
    void flowsOfOtherTriggersAreNotWebhooks(String trigger) {
        FlowSketch flow = FlowSketch.webhook("other trigger " + trigger)
                .trigger(trigger)
                .option("cron", "0 0 1 1 *")
                .option("type", "action")
                .transform("a", "[1]");
        server.send(server.request("/deployments")
                .header("Authorization", "Bearer " + FlowServer.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(flow.json().toString())));

        HttpResponse<String> answer = server.post(flow, "{\"collection\":\"x\",\"keys\":[1]}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(server.runs(flow)).isEmpty();
    }

    /** CVE-2026-22683: a restricted role was not enforced on every route that writes. */
    @ParameterizedTest
    @CsvSource({"/deployments", "/runs/x/retry"})
    void everyRouteThatWritesIsTheAdministrators(String path) {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            assertThat(server.send(server.request(path).method(method, BodyPublishers.ofString("[]")))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(server.send(server.request(path)
                                    .header(
                                            "Authorization",
                                            org.camundaflows.app.RunningServer.basic("nobody", "nobody's password"))
                                    .method(method, BodyPublishers.ofString("[]")))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    /** CVE-2021-21297: keys of that kind changed the prototypes of the whole process. */
    @Test
    void keysOfPrototypesAreKeysLikeAnyOther() {
        FlowSketch flow = FlowSketch.webhook("polluting")
                .transform("__proto__", "{\"polluted\":\"{{$trigger.body.__proto__.polluted}}\"}")
                .transform("constructor", "{\"prototype\":{\"polluted\":1}}")
                .transform("prototype", "{\"seen\":\"{{constructor.prototype.polluted}}\"}")
                .step(
                        "script",
                        "exec",
                        "{\"code\":\"module.exports = (data) => ({ clean: ({}).polluted === undefined"
                                + " && [].polluted === undefined, proto: Object.getPrototypeOf(data) === Object.prototype"
                                + " || Object.getPrototypeOf(data) === null })\"}");
        server.deploy(flow);

        JsonNode chain = FlowSketch.parse(server.post(
                        flow, "{\"__proto__\":{\"polluted\":true},\"constructor\":{\"prototype\":{\"polluted\":true}}}")
                .body());

        assertThat(chain.path("prototype").path("seen").asInt()).isEqualTo(1);
        assertThat(chain.path("script").path("clean").booleanValue()).isTrue();
        assertThat(chain.path("$trigger")
                        .path("body")
                        .path("constructor")
                        .path("prototype")
                        .path("polluted")
                        .booleanValue())
                .isTrue();
        FlowSketch other = FlowSketch.webhook("not polluted").transform("a", "\"{{polluted}}\"");
        server.deploy(other);
        assertThat(FlowSketch.parse(server.post(other, "{}").body()).path("a").asText())
                .isNotEqualTo("true");
    }
}
