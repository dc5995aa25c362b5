package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StubServerTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private StubServer stub;

    @BeforeEach
    void start() throws Exception {
        stub = StubServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        stub.close();
    }

    @Test
    void answersExactlyWhatTheCaseSays() throws Exception {
        answer(
                """
                [{"method":"GET","path":"/a","reply":
                  {"status":422,"headers":{"X-A":"1","set-cookie":["a=1","b=2"]},"body":"é"}}]""");

        assertThat(raw("GET /a HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"))
                .isEqualTo("HTTP/1.1 422 Unprocessable Entity\r\nX-A: 1\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n"
                        + "content-length: 2\r\n\r\né");
    }

    @Test
    void answersObjectsAsJson() throws Exception {
        answer("[{\"method\":\"POST\",\"path\":\"/a\",\"reply\":{\"status\":200,\"body\":{\"a\":[1,null]}}}]");

        assertThat(send("POST", "/a", "").body()).isEqualTo("{\"a\":[1,null]}");
    }

    @Test
    void answersNothingWhereHttpAllowsNoBody() throws Exception {
        answer("[{\"method\":\"GET\",\"path\":\"/a\",\"reply\":{\"status\":204}}]");

        assertThat(raw("GET /a HTTP/1.1\r\nconnection: close\r\n\r\n")).isEqualTo("HTTP/1.1 204 No Content\r\n\r\n");
    }

    @Test
    void answersNotFoundWhereNothingFits() throws Exception {
        answer("[{\"method\":\"GET\",\"path\":\"/a\",\"reply\":{\"status\":200}}]");

        assertThat(send("GET", "/b", "").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/a", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aPathFitsWithAnyQueryUnlessItNamesOne() throws Exception {
        answer(
                """
                [{"method":"GET","path":"/a","reply":{"status":201}},
                 {"method":"GET","path":"/a?b=1","reply":{"status":202}}]""");

        assertThat(send("GET", "/a?c=2", "").statusCode()).isEqualTo(201);
        assertThat(send("GET", "/a?b=1", "").statusCode()).isEqualTo(202);
    }

    @Test
    void keepsRequestsAsTheyWereSent() throws Exception {
        answer("[]");

        raw(
                "SEARCH /a%20b?q=%C3%A9&x=[] HTTP/1.1\r\nX-One: 1\r\nx-one:2\r\nContent-Length: 2\r\nConnection: close\r\n\r\né");

        JsonNode request = stub.requests().get(0);
        assertThat(request.path("method").asText()).isEqualTo("SEARCH");
        assertThat(request.path("path").asText()).isEqualTo("/a%20b?q=%C3%A9&x=[]");
        assertThat(request.path("headers").path("x-one").asText()).isEqualTo("1, 2");
        assertThat(request.path("body").asText()).isEqualTo("é");
    }

    @Test
    void readsBodiesSentInChunks() throws Exception {
        answer("[]");

        raw(
                "POST /a HTTP/1.1\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

        assertThat(stub.requests().get(0).path("body").asText()).isEqualTo("abcde");
    }

    @Test
    void servesSeveralRequestsOnOneConnection() throws Exception {
        answer("[]");

        send("POST", "/a", "one");
        send("POST", "/b", "two");

        assertThat(stub.requests())
                .extracting(request -> request.path("body").asText())
                .containsExactly("one", "two");
    }

    @Test
    void aNewCaseStartsWithoutEarlierRequestsAndAnswers() throws Exception {
        answer("[{\"method\":\"GET\",\"path\":\"/a\",\"reply\":{\"status\":200}}]");
        send("GET", "/a", "");

        answer("[]");

        assertThat(stub.requests()).isEmpty();
        assertThat(send("GET", "/a", "").statusCode()).isEqualTo(404);
    }

    @Test
    void requestsAreComparedByTheHeadersACaseNames() throws Exception {
        List<JsonNode> received = List.of(
                Json.parse(
                        "{\"method\":\"GET\",\"path\":\"/a?b=1\",\"headers\":{\"accept\":\"*/*\",\"host\":\"h\"},\"body\":\"\"}"));

        assertThat(compare("{\"accept\":\"*/*\",\"content-type\":\"$$absent\"}", "", received))
                .isEmpty();
        assertThat(compare("{\"accept\":\"text/plain\"}", "", received)).hasSize(1);
        assertThat(compare("{\"accept\":\"$$absent\"}", "", received)).hasSize(1);
        assertThat(compare("{\"x-missing\":\"1\"}", "", received)).hasSize(1);
        assertThat(compare("{}", "body", received)).hasSize(1);
        assertThat(compare("{}", "", List.of())).hasSize(1);
    }

    private static List<Difference> compare(String headers, String body, List<JsonNode> received) throws Exception {
        String expected =
                "[{\"method\":\"GET\",\"path\":\"/a?b=1\",\"headers\":" + headers + ",\"body\":\"" + body + "\"}]";
        return RequestsExpectation.compare(Json.parse(expected), received, new SavedValues());
    }

    private void answer(String entries) throws Exception {
        stub.answer(Json.parse(entries));
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stub.baseUrl() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", URI.create(stub.baseUrl()).getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
