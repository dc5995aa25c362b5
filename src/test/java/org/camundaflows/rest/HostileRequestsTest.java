package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody sends by mistake. */
class HostileRequestsTest {

    private static final FlowSketch ECHO =
            FlowSketch.webhook("echo").option("return", "$trigger").transform("a", "{\"b\":\"{{$trigger.body}}\"}");

    private static FlowServer server;

    @BeforeAll
    static void start() {
        server = FlowServer.shared();
        server.deploy(
                ECHO, FlowSketch.webhook("get only").option("method", "GET").transform("a", "[1]"));
    }

    private static String error(HttpResponse<String> answer) {
        return answer.statusCode()
                + " "
                + FlowSketch.parse(answer.body())
                        .path("errors")
                        .path(0)
                        .path("extensions")
                        .path("code")
                        .asText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":}",
                "[1,]",
                "{'a':1}",
                "{\"a\":NaN}",
                "{} x",
                "nul",
                "\u0000",
                "{\"a\":\"\u0001\"}",
                "5",
                "\"text\"",
                "null",
                "true"
            })
    void whatIsNoJsonObjectOrArrayIsRefused(String body) {
        int before = server.runs(ECHO).size();

        assertThat(error(server.post(ECHO, body))).isEqualTo("400 INVALID_PAYLOAD");

        assertThat(server.runs(ECHO)).hasSize(before);
    }

    @Test
    void endlessNestingIsRefused() {
        assertThat(error(server.post(ECHO, "[".repeat(100_000)))).isEqualTo("400 INVALID_PAYLOAD");
        assertThat(error(server.post(ECHO, "[".repeat(501) + "]".repeat(501)))).isEqualTo("400 INVALID_PAYLOAD");
        assertThat(server.post(ECHO, "[".repeat(500) + "]".repeat(500)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E-999999999", "99999999999999999999999999999999999999"})
    void extremeNumbersDoNoHarm(String number) {
        HttpResponse<String> answer = server.post(ECHO, "{\"n\":" + number + "}");

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body().length()).isLessThan(10_000);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        String filler = "x".repeat(1_048_576 - 8);
        assertThat(server.post(ECHO, "{\"a\":\"" + filler + "\"}").statusCode()).isEqualTo(200);
        assertThat(error(server.post(ECHO, "{\"a\":\"x" + filler + "\"}"))).isEqualTo("413 CONTENT_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json-patch+json",
                "application/xml",
                "nonsense",
                "application/jsonx"
            })
    void aBodyOfAnotherTypeIsNotRead(String type) {
        HttpResponse<String> answer = server.send(server.trigger(ECHO)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"files\":{\"a\":{\"filepath\":\"/etc/passwd\"}},\"a\":1}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(FlowSketch.parse(answer.body()).path("body")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/json ;x=1"})
    void jsonIsKnownInEverySpelling(String type) {
        HttpResponse<String> answer = server.send(
                server.trigger(ECHO).header("Content-Type", type).POST(BodyPublishers.ofString("{\"a\":\"ä\"}")));

        assertThat(FlowSketch.parse(answer.body()).path("body")).isEqualTo(FlowSketch.parse("{\"a\":\"ä\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, 404 ROUTE_NOT_FOUND",
        "PATCH, 404 ROUTE_NOT_FOUND",
        "DELETE, 404 ROUTE_NOT_FOUND",
        "GET, 403 FORBIDDEN"
    })
    void anotherMethodDoesNotReachTheFlow(String method, String expected) {
        assertThat(error(server.send(server.trigger(ECHO).method(method, BodyPublishers.noBody()))))
                .isEqualTo(expected);
    }

    @Test
    void anUnknownFlowIsForbiddenLikeAnyOther() {
        assertThat(error(server.post(FlowSketch.webhook("never deployed"), "{}")))
                .isEqualTo("403 FORBIDDEN");
        assertThat(error(
                        server.send(server.request("/flows/trigger/" + ECHO.id().toUpperCase(Locale.ROOT))
                                .POST(BodyPublishers.noBody()))))
                .isEqualTo("403 FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/flows/trigger/",
                "/flows/trigger/x",
                "/flows/trigger/%s/x",
                "/flows/trigger/%s//",
                "/flows/trigger//%s",
                "/flows/trigger/%s/../%s",
                "/flows/trigger/..;/%s",
                "/flows/trigger/%s;x=1",
                "/flows/trigger/%s%%00",
                "/flows/trigger/%s%%0a",
                "/flows/trigger/%%2e%%2e/%s",
                "/flows/trigger/%s%%2f",
                "/flows/./trigger/%s",
                "/flows/trigger/%s\\",
                "//flows/trigger/%s",
                "/FLOWS/trigger/%s",
                "/flows/trigger/{%s}",
                "/flows/trigger/%s'or'1'='1",
                "/flows/trigger/../../runs"
            })
    void pathTricksReachNothing(String path) {
        int before = server.runs(ECHO).size();

        String answer = server.raw("POST " + path.replace("%s", ECHO.id()).replace("%%", "%")
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(answer.split(" ", 3)[1]).matches("4\\d\\d");
        assertThat(server.runs(ECHO)).hasSize(before);
    }

    @Test
    void aTrailingSlashIsTolerated() {
        assertThat(server.send(server.request("/flows/trigger/" + ECHO.id() + "/")
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=x",
                "limit=-5",
                "limit=1.5",
                "limit=1d",
                "limit=NaN",
                "offset=-1",
                "page=-1",
                "fields[a]=1",
                "sort[a]=1",
                "filter=%7B",
                "limit[]=1"
            })
    void queryParametersWithAMeaningAreChecked(String query) {
        assertThat(error(server.send(server.request("/flows/trigger/" + ECHO.id() + "?" + query)
                        .POST(BodyPublishers.noBody()))))
                .isEqualTo("400 INVALID_QUERY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__proto__[x]=1",
                "a[__proto__][x]=1",
                "constructor[prototype][x]=1",
                "a[b[c]=1",
                "%=1",
                "a=%zz",
                "=x",
                "&&&",
                "a[999999999]=1",
                "a[[[[[]]]]]=1",
                "a%00b=%00"
            })
    void oddQueriesDoNoHarm(String query) {
        String answer = server.raw("POST /flows/trigger/" + ECHO.id() + "?" + query
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(answer.split(" ", 3)[1]).isIn("200", "400");
        assertThat(answer).doesNotContain("__proto__", "\"prototype\"");
    }

    @Test
    void aLongQueryIsReadInReasonableTime() {
        StringBuilder query = new StringBuilder("a[b]=1");
        for (int n = 0; query.length() < 4000; n++) {
            query.append("&a[").append(n).append("][]=x");
        }
        HttpResponse<String> answer = server.send(server.request("/flows/trigger/" + ECHO.id() + "?"
                        + query.toString().replace("[", "%5B").replace("]", "%5D"))
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${1+1}",
                "#{1+1}",
                "${execution.setVariable('x',1)}",
                "{{constructor}}",
                "{{__proto__.x}}",
                "<%= 1 %>",
                "$(id)",
                "]]><x/>",
                "&lt;&#x41;"
            })
    void expressionsInFlowsStayText(String text) {
        FlowSketch flow = FlowSketch.webhook("expression " + text)
                .option("extra", text)
                .transform("${1+1}", "{\"v\":\"\",\"#{2}\":1}")
                .named(text)
                .step("c", "log", "{\"message\":\"\",\"more\":[\"\"]}");
        ObjectNode json = flow.json();
        ((ObjectNode) json.path("operations").path(0).path("options").path("json")).put("v", text);
        ((ObjectNode) json.path("operations").path(1).path("options")).put("message", text);
        server.deploy(json);

        HttpResponse<String> answer = server.post(flow, "{\"v\":\"" + text.replace("\"", "") + "\"}");

        JsonNode chain = FlowSketch.parse(answer.body());
        String expected = text.startsWith("{{") ? "undefined" : text;
        assertThat(chain.path("${1+1}").path("v").asText()).isEqualTo(expected);
        assertThat(chain.path("${1+1}").path("#{2}").asInt()).isEqualTo(1);
        assertThat(chain.path("$trigger").path("body").path("v").asText()).isEqualTo(text);
        JsonNode run = server.ended(flow, 1);
        assertThat(run.path("steps").path(1).path("options").path("message").asText())
                .isEqualTo(expected);
        assertThat(run.path("name").asText()).isEqualTo("expression " + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs/'or'1'='1",
                "/runs/%24%7B1%7D",
                "/runs?flow=%27",
                "/runs?flow=%00",
                "/runs?limit=0",
                "/runs?limit=1001",
                "/runs?page=999999999999",
                "/runs?from=today",
                "/flows/%25/runs"
            })
    void theRunLogTakesNoStatements(String path) {
        JsonNode answer = server.admin(path);

        assertThat(answer.path("errors").size() == 1 || answer.path("data").isEmpty())
                .isTrue();
        assertThat(answer.toString()).doesNotContain("INTERNAL_SERVER_ERROR", "SQL", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "5",
                "[null]",
                "{\"flows\":[]}",
                "x",
                "[{\"id\":5}]",
                "{\"id\":\"\u0001\",\"operations\":{}}"
            })
    void oddDeploymentsAreAnsweredWithReasons(String body) {
        HttpResponse<String> answer = server.send(server.request("/deployments")
                .header("Authorization", "Bearer " + FlowServer.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void onlyAdministratorsDeployAndReadRuns() {
        for (String path : new String[] {"/deployments", "/runs", "/flows/" + ECHO.id() + "/runs"}) {
            assertThat(server.send(server.request(path).GET()).statusCode()).isEqualTo(401);
            assertThat(server.send(server.request(path).POST(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}
