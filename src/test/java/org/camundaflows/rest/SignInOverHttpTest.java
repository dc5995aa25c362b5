package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInOverHttpTest {

    private static final String CREDENTIALS = "\"email\":\"admin@example.com\",\"password\":\"password-of-tests\"";

    private final FlowServer server = FlowServer.shared();

    @Test
    void theRightPasswordGivesATokenThatOpensTheServer() {
        JsonNode data = data(post("/auth/login", "{" + CREDENTIALS + "}", ""));
        assertThat(data.path("expires").longValue()).isEqualTo(900_000);
        assertThat(data.path("refresh_token").textValue()).hasSize(64);
        assertThat(status("/runs", "Bearer " + data.path("access_token").textValue()))
                .isEqualTo(200);
        assertThat(status(
                        "/engine-rest/engine",
                        "Bearer " + data.path("access_token").textValue()))
                .isEqualTo(200);
    }

    @Test
    void aRefreshTokenGivesNewTokensOnce() {
        JsonNode first = data(post("/auth/login", "{" + CREDENTIALS + "}", ""));
        String body = "{\"refresh_token\":\"" + first.path("refresh_token").textValue() + "\"}";
        JsonNode second = data(post("/auth/refresh", body, ""));
        assertThat(status("/runs", "Bearer " + second.path("access_token").textValue()))
                .isEqualTo(200);
        assertThat(post("/auth/refresh", body, "").statusCode()).isEqualTo(401);
        String last = "{\"refresh_token\":\"" + second.path("refresh_token").textValue() + "\"}";
        assertThat(post("/auth/logout", last, "").statusCode()).isEqualTo(204);
        assertThat(post("/auth/refresh", last, "").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionTravelsInACookie() {
        HttpResponse<String> answer = post("/auth/login", "{" + CREDENTIALS + ",\"mode\":\"session\"}", "");
        assertThat(answer.body()).isEqualTo("{\"data\":{\"expires\":86400000}}");
        String set = answer.headers().firstValue("set-cookie").orElseThrow();
        assertThat(set).startsWith("directus_session_token=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        String cookie = set.substring(0, set.indexOf(';'));
        assertThat(server.send(server.request("/server/info")
                                .header("Cookie", cookie)
                                .GET())
                        .body())
                .contains("version");
        assertThat(status("/runs", ""))
                .as("cookies open no paths of administrators")
                .isEqualTo(401);
        HttpResponse<String> renewed = post("/auth/refresh", "{\"mode\":\"session\"}", cookie);
        assertThat(renewed.statusCode()).isEqualTo(200);
        String next = renewed.headers().firstValue("set-cookie").orElseThrow();
        HttpResponse<String> out = post("/auth/logout", "{\"mode\":\"session\"}", next.substring(0, next.indexOf(';')));
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(out.headers().firstValue("set-cookie").orElseThrow()).contains("Max-Age=0");
    }

    @Test
    void aRefreshTokenMayTravelInACookie() {
        HttpResponse<String> answer = post("/auth/login", "{" + CREDENTIALS + ",\"mode\":\"cookie\"}", "");
        assertThat(data(answer).has("refresh_token")).isFalse();
        String set = answer.headers().firstValue("set-cookie").orElseThrow();
        assertThat(set).startsWith("directus_refresh_token=");
        assertThat(post("/auth/refresh", "{}", set.substring(0, set.indexOf(';')))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void wrongPasswordsAreRefused() {
        HttpResponse<String> answer =
                post("/auth/login", "{\"email\":\"admin@example.com\",\"password\":\"wrong\"}", "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"errors\":[{\"message\":\"Invalid user credentials.\","
                        + "\"extensions\":{\"code\":\"INVALID_CREDENTIALS\"}}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /auth/login   | {}                                                   | "email" is required
                    /auth/login   | []                                                   | "email" is required
                    /auth/login   | {"email":"x","password":"y"}                         | "email" must be a valid email
                    /auth/login   | {"email":5,"password":"y"}                           | "email" must be a string
                    /auth/login   | {"email":"a@b.org"}                                  | "password" is required
                    /auth/login   | {"email":"a@b.org","password":""}                    | "password" is not allowed to be empty
                    /auth/login   | {"email":"a@b.org","password":"y","mode":"x"}        | "mode" must be one of [cookie, json, session]
                    /auth/refresh | {}                                                   | The refresh token is required in either the payload or cookie
                    /auth/refresh | {"refresh_token":5}                                  | The refresh token is required in either the payload or cookie
                    /auth/logout  | {}                                                   | The refresh token is required in either the payload or cookie
                    """)
    void whatIsMissingIsNamed(String path, String body, String reason) {
        HttpResponse<String> answer = post(path, body, "");
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = FlowSketch.parse(answer.body()).path("errors").path(0);
        assertThat(error.path("message").textValue()).isEqualTo("Invalid payload. " + reason + ".");
        assertThat(error.path("extensions").path("code").textValue()).isEqualTo("INVALID_PAYLOAD");
    }

    @Test
    void theServerTellsThatItIsThere() {
        assertThat(server.send(server.request("/server/ping").GET()).body()).isEqualTo("pong");
        assertThat(server.send(server.request("/server/info").GET()).body())
                .isEqualTo("{\"data\":{\"project\":{\"project_name\":\"Directus\"}}}");
    }

    @Test
    void nobodyInParticularHasNoRow() {
        assertThat(status("/users/me", "")).isEqualTo(401);
        assertThat(status("/users/me", "Bearer wrong")).isEqualTo(401);
    }

    private HttpResponse<String> post(String path, String body, String cookie) {
        var request =
                server.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return server.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private int status(String path, String authorization) {
        var request = server.request(path).GET();
        return server.send(authorization.isEmpty() ? request : request.header("Authorization", authorization))
                .statusCode();
    }

    private static JsonNode data(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FlowSketch.parse(answer.body()).path("data");
    }
}
