package org.camundaflows.operations.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.operations.http.Requests.json;
import static org.camundaflows.operations.http.Requests.rejected;
import static org.camundaflows.operations.http.Requests.resolved;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOperationTest {

    private final RequestOperation operation = new RequestOperation(Requests.OPEN, RequestLimits.DEFAULT);
    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer();
    }

    @AfterEach
    void stop() throws IOException {
        operation.close();
        server.close();
    }

    @Test
    void keepsStatusStatusTextHeadersAndData() {
        server.ok("/ok", "application/json", "{\"ok\":true}");

        assertThat(resolved(run("'url':'%s'", "/ok")))
                .isEqualTo(json("{'status':200,'statusText':'OK','headers':"
                        + "{'content-type':'application/json','content-length':'11'},'data':{'ok':true}}"));
        assertThat(server.last().method()).isEqualTo("GET");
        assertThat(server.last().body()).isEmpty();
        assertThat(server.last().header("content-type")).isEmpty();
        assertThat(server.last().header("accept")).containsExactly("application/json, text/plain, */*");
        assertThat(server.last().header("user-agent")).containsExactly("camunda-flows");
        assertThat(server.last().header("host")).containsExactly("127.0.0.1:" + server.port());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 Not Found             | Not Found",
                "500 Internal Server Error | Internal Server Error",
                "304 Not Modified          | Not Modified",
                "418 Short and stout       | Short and stout",
                "300 Multiple Choices      | Multiple Choices",
            })
    void otherStatusesRejectWithTheSameMembers(String status, String text) {
        server.on("/x", (request, out) -> write(out, "HTTP/1.1 " + status + "\r\nX-Why: so\r\n\r\n"));

        JsonNode value = rejected(run("'url':'%s'", "/x"));

        assertThat(value)
                .isEqualTo(json("{'status':" + status.substring(0, 3) + ",'statusText':'" + text
                        + "','headers':{'x-why':'so'},'data':''}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{\"a\":[1,2]} | {\"a\":[1,2]}",
                "12 | 12",
                "§ null § | null",
                "\"q\" | \"q\"",
                "plain words | \"plain words\"",
                "{\"a\": | \"{\\\"a\\\":\"",
                "§§ | \"\"",
                "§ § | \" \"",
                "NaN | \"NaN\"",
                "§\ufeff{\"a\":1}§ | {\"a\":1}",
                "{\"n\":9007199254740993,\"f\":1.10} | {\"n\":9007199254740993,\"f\":1.1}",
                "[123456789012345678901234567890] | [123456789012345678901234567890]",
            })
    void dataIsJsonWheneverTheTextIs(String body, String data) {
        server.ok("/t", "text/plain", body);

        assertThat(Json.write(resolved(run("'url':'%s'", "/t")).get("data"))).isEqualTo(data);
    }

    @Test
    void anAnswerWithoutBodyHasEmptyText() {
        server.on("/x", (request, out) -> write(out, "HTTP/1.1 204 No Content\r\n\r\n"));

        JsonNode value = resolved(run("'method':'DELETE','url':'%s'", "/x"));

        assertThat(value.get("data")).isEqualTo(json("''"));
        assertThat(value.get("statusText").textValue()).isEqualTo("No Content");
        assertThat(server.last().header("content-length")).isEmpty();
    }

    @Test
    void repeatedHeadersAreJoinedAndCookiesListed() {
        server.on(
                "/h",
                "200 OK",
                List.of("X-A: 1", "x-a: 2", "Set-Cookie: a=1", "set-cookie: b=2", "ETag: 1", "ETag: 2", "X-E:"),
                "x");

        assertThat(resolved(run("'url':'%s'", "/h")).get("headers"))
                .isEqualTo(json("{'x-a':'1, 2','set-cookie':['a=1','b=2'],'etag':'1','x-e':'','content-length':'1'}"));
    }

    @Test
    void oneCookieIsAListToo() {
        server.on("/h", "200 OK", List.of("Set-Cookie: a=1"), "x");

        assertThat(resolved(run("'url':'%s'", "/h")).at("/headers/set-cookie")).isEqualTo(json("['a=1']"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw"})
    void compressedAnswersAreRead(String encoding) {
        server.on("/z", (request, out) -> {
            byte[] body = compressed(encoding, "{\"a\":\"é\"}");
            String name = encoding.equals("raw") ? "deflate" : encoding;
            write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: " + name + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            out.write(body);
        });

        JsonNode value = resolved(run("'url':'%s'", "/z"));

        assertThat(value.get("data")).isEqualTo(json("{'a':'é'}"));
        assertThat(value.get("headers").has("content-encoding")).isFalse();
        assertThat(server.last().header("accept-encoding")).containsExactly("gzip, deflate");
    }

    @Test
    void chunkedAnswersAreRead() {
        server.on(
                "/c",
                (request, out) -> write(
                        out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n2\r\n2]\r\n0\r\n\r\n"));

        assertThat(resolved(run("'url':'%s'", "/c")).get("data")).isEqualTo(json("[1,2]"));
    }

    @ParameterizedTest
    @CsvSource({"post, POST", "SEARCH, SEARCH", "pAtCh, PATCH", "'', GET", "OPTIONS, OPTIONS", "put, PUT"})
    void theMethodIsUpperCased(String given, String sent) {
        server.ok("/m", "text/plain", "x");

        resolved(run("'method':'" + given + "','url':'%s'", "/m"));

        assertThat(server.last().method()).isEqualTo(sent);
    }

    @Test
    void aHeadRequestHasNoData() {
        server.on("/m", (request, out) -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n"));

        assertThat(resolved(run("'method':'head','url':'%s'", "/m")).get("data"))
                .isEqualTo(json("''"));
    }

    @Test
    void aMethodMustBeAToken() {
        assertThat(Requests.error(run("'method':'G ET','url':'%s'", "/m")))
                .isEqualTo("{\"name\":\"TypeError\",\"message\":\"Method must be a valid HTTP token [\\\"G ET\\\"]\","
                        + "\"code\":\"ERR_INVALID_HTTP_TOKEN\"}");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void sendsTheBodyWithItsLength() {
        server.ok("/in", "text/plain", "x");

        resolved(run("'method':'POST','url':'%s','body':{'name':'Ä','n':[1,null]}", "/in"));

        assertThat(server.last().body()).isEqualTo("{\"name\":\"Ä\",\"n\":[1,null]}");
        assertThat(server.last().header("content-type")).containsExactly("application/json");
        assertThat(server.last().header("content-length")).containsExactly("26");
    }

    @Test
    void aPostWithoutBodySaysSo() {
        server.ok("/in", "text/plain", "x");

        resolved(run("'method':'POST','url':'%s'", "/in"));

        assertThat(server.last().header("content-length")).containsExactly("0");
        assertThat(server.last().header("content-type")).containsExactly("application/x-www-form-urlencoded");
    }

    @Test
    void deleteAndGetMayCarryABody() {
        server.ok("/in", "text/plain", "x");

        resolved(run("'method':'DELETE','url':'%s','body':{'a':1}", "/in"));
        assertThat(server.last().body()).isEqualTo("{\"a\":1}");
        resolved(run("'url':'%s','body':{'a':1}", "/in"));
        assertThat(server.last().body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void aContentTypeInLowerCaseIsRespected() {
        server.ok("/in", "text/plain", "x");

        resolved(run(
                "'method':'POST','url':'%s','headers':[{'header':'content-type','value':'text/plain'}],"
                        + "'body':'{}'",
                "/in"));

        assertThat(server.last().header("content-type")).containsExactly("text/plain");
    }

    @Test
    void sendsTheHeadersOfTheAuthor() {
        server.ok("/h", "text/plain", "x");

        resolved(run(
                "'url':'%s','headers':[{'header':'Authorization','value':'Bearer tok'},{'header':'X-Id','value':7},"
                        + "{'header':'Host','value':'h.example'},{'header':'accept','value':'text/html'},"
                        + "{'header':'X-L','value':'é'},{'header':'X-M','value':['a','b']},"
                        + "{'header':'Content-Length','value':'99'}]",
                "/h"));

        RawServer.Seen seen = server.last();
        assertThat(seen.header("authorization")).containsExactly("Bearer tok");
        assertThat(seen.header("x-id")).containsExactly("7");
        assertThat(seen.header("host")).containsExactly("h.example");
        assertThat(seen.header("accept")).containsExactly("text/html");
        assertThat(seen.header("x-l")).containsExactly("é");
        assertThat(seen.header("x-m")).containsExactly("a", "b");
        assertThat(seen.header("content-length")).isEmpty();
    }

    @Test
    void headersMustBeAList() {
        assertThat(Requests.error(run("'url':'%s','headers':{'Authorization':'x'}", "/h")))
                .startsWith("{\"name\":\"TypeError\",\"message\":");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void thePathIsSentAsItStandsInTheUrl() {
        server.ok("/a%20b/%C3%A9", "text/plain", "x");

        resolved(run("'url':'%s'", "/a b/é?q=two words&e=%20x&f[a]=b|c^d#frag"));

        assertThat(server.last().target()).isEqualTo("/a%20b/%C3%A9?q=two%20words&e=%20x&f[a]=b|c^d");
    }

    @Test
    void twoSlashesAtTheStartOfThePathAreKept() {
        server.ok("//a//b", "text/plain", "x");

        resolved(run("'url':'%s'", "//a//b"));

        assertThat(server.last().target()).isEqualTo("//a//b");
    }

    @Test
    void credentialsInTheUrlAreSentAsBasicAuthentication() {
        server.ok("/x", "text/plain", "x");

        resolved(Requests.run(operation, "{'url':'http://us%20er:p%40ss@127.0.0.1:" + server.port() + "/x'}"));

        assertThat(server.last().header("authorization")).containsExactly("Basic dXMgZXI6cEBzcw==");
    }

    @Test
    void describesItself() {
        assertThat(operation.type().id()).isEqualTo("request");
        assertThat(operation.type().effects()).isTrue();
        assertThat(operation.type().options())
                .extracting(option -> option.name())
                .containsExactly("method", "url", "headers", "body");
    }

    private Result run(String options, String path) {
        return Requests.run(operation, "{" + options.formatted(server.url(path)) + "}");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
    }

    private static byte[] compressed(String encoding, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                switch (encoding) {
                    case "deflate" -> new DeflaterOutputStream(bytes);
                    case "raw" -> new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
                    default -> new GZIPOutputStream(bytes);
                }) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
