package org.camundaflows.operations.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.operations.http.Requests.json;
import static org.camundaflows.operations.http.Requests.resolved;

import java.io.IOException;
import java.util.List;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRedirectTest {

    private final RequestOperation operation = new RequestOperation(Requests.OPEN, RequestLimits.DEFAULT);
    private RawServer server;
    private RawServer other;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer();
        other = new RawServer();
        server.ok("/to", "application/json", "{\"moved\":true}");
        other.ok("/to", "text/plain", "other");
    }

    @AfterEach
    void stop() throws IOException {
        operation.close();
        server.close();
        other.close();
    }

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET", "302, POST, GET", "303, POST, GET", "307, POST, POST", "308, POST, POST",
        "301, PUT, PUT", "302, PATCH, PATCH", "303, PUT, GET", "303, DELETE, GET", "307, PATCH, PATCH",
        "300, POST, POST", "303, HEAD, HEAD", "302, GET, GET", "308, DELETE, DELETE",
    })
    void theStatusDecidesOnMethodAndBody(int status, String method, String next) {
        server.redirect("/from", status, "/to");

        resolved(run("'method':'" + method + "','url':'%s','body':{'a':1}"));

        assertThat(server.seen()).extracting(RawServer.Seen::method).containsExactly(method, next);
        boolean kept = method.equals(next) || next.equals("HEAD");
        assertThat(server.last().body()).isEqualTo(kept ? "{\"a\":1}" : "");
        assertThat(server.last().header("content-type")).isEqualTo(kept ? List.of("application/json") : List.of());
    }

    @Test
    void theResultIsThatOfTheLastAnswer() {
        server.redirect("/from", 302, server.url("/to"));

        assertThat(resolved(run("'url':'%s'")).get("data")).isEqualTo(json("{'moved':true}"));
    }

    @Test
    void aStatusOf3xxWithoutLocationIsAnError() {
        server.on("/from", "302 Found", List.of(), "x");

        assertThat(Requests.rejected(run("'url':'%s'")).get("status").intValue())
                .isEqualTo(302);
    }

    @Test
    void loopsEndAtTheLimit() {
        server.redirect("/from", 302, "/from");

        assertThat(Requests.error(run("'url':'%s'")))
                .isEqualTo("{\"name\":\"Error [ERR_FR_TOO_MANY_REDIRECTS]\","
                        + "\"message\":\"Maximum number of redirects exceeded\","
                        + "\"code\":\"ERR_FR_TOO_MANY_REDIRECTS\"}");
        assertThat(server.seen()).hasSize(22);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://x/, Unsupported protocol ftp:",
        "file:///etc/passwd, Unsupported protocol file:",
        "http://a b/," + " Invalid URL"
    })
    void aRedirectToSomethingElseThanHttpFails(String location, String why) {
        server.redirect("/from", 302, location);

        assertThat(Requests.error(run("'url':'%s'")))
                .isEqualTo("{\"name\":\"Error [ERR_FR_REDIRECTION_FAILURE]\",\"message\":\"Redirected request failed: "
                        + why + "\",\"code\":\"ERR_FR_REDIRECTION_FAILURE\"}");
    }

    @Test
    void credentialsAreNotSentToAnotherServer() {
        server.redirect("/from", 307, other.url("/to"));

        resolved(run("'url':'%s','headers':[{'header':'Authorization','value':'a'},{'header':'cookie','value':'c'},"
                + "{'header':'Proxy-Authorization','value':'p'},{'header':'X-Other','value':'o'}]"));

        assertThat(server.last().header("authorization")).containsExactly("a");
        assertThat(server.last().header("cookie")).containsExactly("c");
        assertThat(other.last().header("authorization")).isEmpty();
        assertThat(other.last().header("cookie")).isEmpty();
        assertThat(other.last().header("proxy-authorization")).isEmpty();
        assertThat(other.last().header("x-other")).containsExactly("o");
    }

    @Test
    void credentialsOfTheUrlAreNotSentToAnotherServer() {
        server.redirect("/from", 302, other.url("/to"));

        resolved(Requests.run(operation, "{'url':'http://u:p@127.0.0.1:" + server.port() + "/from'}"));

        assertThat(server.last().header("authorization")).hasSize(1);
        assertThat(other.last().header("authorization")).isEmpty();
    }

    @Test
    void credentialsAreSentAgainToTheSameServer() {
        server.redirect("/from", 302, "/to");

        resolved(run("'url':'%s','headers':[{'header':'Authorization','value':'a'}]"));

        assertThat(server.last().header("authorization")).containsExactly("a");
    }

    @Test
    void theHostHeaderOfTheAuthorIsForTheFirstRequestOnly() {
        server.redirect("/from", 302, "/to");

        resolved(run("'url':'%s','headers':[{'header':'Host','value':'h.example'}]"));

        assertThat(server.seen().get(0).header("host")).containsExactly("h.example");
        assertThat(server.last().header("host")).containsExactly("127.0.0.1:" + server.port());
    }

    @Test
    void cookiesOfAnAnswerAreNotSentBack() {
        server.on("/from", "302 Found", List.of("Location: /to", "Set-Cookie: s=1; Path=/"), "");

        resolved(run("'url':'%s'"));

        assertThat(server.last().header("cookie")).isEmpty();
    }

    private Result run(String options) {
        return Requests.run(operation, "{" + options.formatted(server.url("/from")) + "}");
    }
}
