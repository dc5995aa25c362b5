package org.camundaflows.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.app.RunningServer.PASSWORD;
import static org.camundaflows.app.RunningServer.TOKEN;
import static org.camundaflows.app.RunningServer.basic;
import static org.camundaflows.app.RunningServer.bearer;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camundaflows.app.RunningServer;
import org.camundaflows.security.Accounts;
import org.camundaflows.security.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

    private static final String INVALID_CREDENTIALS =
            "{\"errors\":[{\"message\":\"Invalid user credentials.\",\"extensions\":{\"code\":\"INVALID_CREDENTIALS\"}}]}";
    private static final String FORBIDDEN = "{\"errors\":[{\"message\":\"You don't have permission to access this.\","
            + "\"extensions\":{\"code\":\"FORBIDDEN\"}}]}";

    @TempDir
    static Path dataDir;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.startWithKnownAdmin(dataDir);
        IdentityService identity = server.bean(IdentityService.class);
        addUser(identity, "demo");
        addUser(identity, "victim");
    }

    private static void addUser(IdentityService identity, String id) {
        User user = identity.newUser(id);
        user.setPassword(id + " password");
        user.setEmail(id + "@example.com");
        identity.saveUser(user);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/runs, 401, 403, pass",
        "/runs/1, 401, 403, pass",
        "/deployments, 401, 403, pass",
        "/actuator, 401, 403, pass",
        "/actuator/env, 401, 403, pass",
        "/actuator/prometheus, 401, 403, pass",
        "/actuator/health/db, 401, 403, pass",
        "/error, 401, 403, pass",
        "/h2-console, 401, 403, pass",
        "/flows/no-flow/runs, 401, 403, pass",
        "/something, 401, 403, pass",
        "/engine-rest, 401, pass, pass",
        "/engine-rest/engine, 401, pass, pass",
        "/engine-rest/user/count, 401, pass, pass",
        "/flows/trigger/no-flow, pass, pass, pass",
        "/actuator/health, pass, pass, pass",
        "/, pass, pass, pass",
        "/camunda/app/welcome/default/, pass, pass, pass",
    })
    void eachPathHasItsCallers(String path, String anonymous, String user, String admin) {
        assertAnswer(server.get(path, ""), anonymous);
        assertAnswer(server.get(path, basic("demo", "demo password")), user);
        assertAnswer(server.get(path, basic("admin", PASSWORD)), admin);
        assertAnswer(server.get(path, basic("ADMIN@example.com", PASSWORD)), admin);
        assertAnswer(server.get(path, bearer(TOKEN)), admin);
    }

    private static void assertAnswer(HttpResponse<String> response, String expected) {
        switch (expected) {
            case "401" -> {
                assertThat(response.statusCode()).isEqualTo(401);
                assertThat(response.body()).isEqualTo(INVALID_CREDENTIALS);
            }
            case "403" -> {
                assertThat(response.statusCode()).isEqualTo(403);
                assertThat(response.body()).isEqualTo(FORBIDDEN);
            }
            default -> assertThat(response.statusCode()).isNotIn(401, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/runs", "/engine-rest/engine"})
    void wrongCredentialsAreRefused(String path) {
        for (String authorization : new String[] {
            basic("victim", "wrong"),
            basic("victim", ""),
            basic("nobody", PASSWORD),
            basic("", ""),
            basic("demo@example.com", "demo password"),
            bearer("wrong"),
            "Basic !!!",
            "Bearer",
            "Bearer " + TOKEN + " x"
        }) {
            HttpResponse<String> response = server.get(path, authorization);
            assertThat(response.statusCode()).as(authorization).isEqualTo(401);
            assertThat(response.body()).as(authorization).isEqualTo(INVALID_CREDENTIALS);
        }
    }

    @Test
    void aTokenInTheQueryOpensNothingButTriggers() {
        assertThat(server.get("/runs?access_token=" + TOKEN, "").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs/",
                "/RUNS",
                "/Runs/x",
                "//runs",
                "/runs//",
                "/runs;x",
                "/runs;/x",
                "/runs/..;/runs",
                "/flows/trigger/..;/../runs",
                "/flows/trigger/../../runs",
                "/flows/trigger/%2e%2e/%2e%2e/runs",
                "/flows/trigger/..%2f..%2fruns",
                "/flows/trigger/x;/../../../runs",
                "/flows/trigger/%2e%2e%2f..%2fengine-rest/user",
                "/%72uns",
                "/%72%75%6e%73",
                "/runs%00",
                "/runs%2f",
                "/runs%20",
                "/./runs",
                "/x/../runs",
                "/runs/.",
                "/runs\\",
                "/runs%5c",
                "/runs?/flows/trigger/",
                "/runs#/flows/trigger/x",
                "/runs/flows/trigger/x",
                "/engine-rest/flows/trigger/x",
                "/engine-rest/user?x=/actuator/health",
                "/engine-rest;x/user",
                "/engine-rest/;/user",
                "/%65ngine-rest/user",
                "/engine-rest%2fuser",
                "/engine-rest/user/",
                "/engine-rest//user",
                "//engine-rest/user",
                "/ENGINE-REST/user",
                "/Engine-Rest/user",
                "/camunda/../engine-rest/user",
                "/camunda/..;/engine-rest/user",
                "/camunda/%2e%2e/engine-rest/user",
                "/camunda;/../engine-rest/user",
                "/actuator/health/../env",
                "/actuator/health/..;/env",
                "/actuator/health;/env",
                "/actuator/health%2f..%2fenv",
                "/actuator/env/health",
                "/actuator/./env",
                "/Actuator/env",
                "/favicon.ico/../runs",
                "/deployments.json",
                "/deployments;.css",
                "http://127.0.0.1/runs",
                "/flows/triggerx/runs",
                "/flows/trigger/%252e%252e/%252e%252e/../../runs"
            })
    void noSpellingOfAPathGetsAroundTheRules(String path) throws IOException {
        for (String method : new String[] {"GET", "POST", "HEAD", "DELETE", "OPTIONS", "TRACE", "get"}) {
            assertThat(server.rawStatus(method, path)).as(method + " " + path).isIn(400, 401, 403, 404, 405);
        }
        assertThat(server.rawStatus("GET", path)).as(path).isNotEqualTo(404);
    }

    @Test
    void aRefusedAddressIsAnsweredInTheEnvelope() {
        HttpResponse<String> response = server.get("/runs;x=1", "");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"errors\":[{\"message\":\"Invalid payload. The address of the request is not acceptable.\","
                                + "\"extensions\":{\"code\":\"INVALID_PAYLOAD\"}}]}");
    }

    @Test
    void theEnginesAuthorizationsApplyToItsRestApi() {
        String demo = basic("demo", "demo password");
        String user = "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"x\"}}";
        assertThat(server.post("/engine-rest/user/create", demo, user).statusCode())
                .isEqualTo(403);
        assertThat(server.get("/engine-rest/group", demo).body()).isEqualTo("[]");
        assertThat(server.get("/engine-rest/group", bearer(TOKEN)).body()).contains("camunda-admin");
        grant("demo");
        assertThat(server.get("/engine-rest/group", demo).body()).contains("camunda-admin");
    }

    private static void grant(String userId) {
        AuthorizationService authorizations = server.bean(AuthorizationService.class);
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(userId);
        grant.setResource(Resources.GROUP);
        grant.setResourceId(Authorization.ANY);
        grant.addPermission(Permissions.READ);
        authorizations.saveAuthorization(grant);
    }

    @Test
    void theWebApplicationsAskForTheirOwnSignIn() {
        assertThat(server.get("/camunda/api/engine/engine/default/user", "").statusCode())
                .isEqualTo(401);
        assertThat(server.get("/camunda/api/engine/engine/default/user", bearer(TOKEN))
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.get("/camunda/api/admin/setup/default/user/create", "")
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void healthShowsNoDetails() {
        HttpResponse<String> response = server.get("/actuator/health", bearer(TOKEN));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void noSessionIsMade() {
        assertThat(server.get("/engine-rest/engine", bearer(TOKEN)).headers().map())
                .doesNotContainKey("set-cookie");
    }

    @Test
    void accountsKnowTheAdministrator() {
        Accounts accounts = server.bean(Accounts.class);
        assertThat(accounts.accountability(new Caller(bearer(TOKEN), null, null, null, null))
                        .get("admin")
                        .booleanValue())
                .isTrue();
    }
}
