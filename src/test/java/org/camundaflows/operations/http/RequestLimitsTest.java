package org.camundaflows.operations.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RequestLimitsTest {

    private static final String TIMEOUT =
            "{\"name\":\"Error\",\"message\":\"timeout of 300ms exceeded\",\"code\":\"ECONNABORTED\"}";
    private static final RequestLimits SMALL = new RequestLimits(Duration.ofMinutes(5), 1000, 21);

    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aSilentServerEndsAtTheTotalTime() throws Exception {
        server.on("/x", (request, out) -> server.isOpenAfter(60_000));

        assertThat(error(Requests.within(Duration.ofMillis(300)))).isEqualTo(TIMEOUT);
    }

    @Test
    void aSilentTlsServerEndsAtTheTotalTime() throws Exception {
        String url = server.url("/x").replace("http:", "https:");

        assertThat(error(Requests.within(Duration.ofMillis(300)), url)).isEqualTo(TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX-Slow: ",
                "HTTP/1.1 302 Found\r\nLocation: /x\r\nX-Slow: ",
            })
    void anAnswerThatDripsEndsAtTheTotalTime(String start) throws Exception {
        server.on("/x", (request, out) -> {
            out.write(start.getBytes(ISO_8859_1));
            while (server.isOpenAfter(10)) {
                out.write('x');
            }
        });

        assertThat(error(Requests.within(Duration.ofMillis(300)))).isEqualTo(TIMEOUT);
    }

    @Test
    void redirectsShareTheTotalTime() throws Exception {
        server.on("/x", (request, out) -> {
            server.isOpenAfter(100);
            out.write("HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n".getBytes(ISO_8859_1));
        });

        assertThat(error(Requests.within(Duration.ofMillis(300)))).isEqualTo(TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 9000000000000\r\n"})
    void anAnswerThatIsTooLargeIsGivenUpAtOnce(String length) throws Exception {
        server.on("/x", (request, out) -> endless(out, "HTTP/1.1 200 OK\r\n" + length + "\r\n"));

        assertThat(error(SMALL)).isEqualTo(tooLarge());
    }

    @Test
    void theBodyOfARedirectIsNotRead() throws Exception {
        server.on("/x", (request, out) -> endless(out, "HTTP/1.1 302 Found\r\nLocation: /y\r\n\r\n"));
        server.ok("/y", "text/plain", "y");

        try (RequestOperation operation = new RequestOperation(Requests.OPEN, SMALL)) {
            assertThat(Requests.resolved(Requests.run(operation, "{'url':'" + server.url("/x") + "'}"))
                            .get("data")
                            .textValue())
                    .isEqualTo("y");
        }
    }

    @Test
    void theSizeCountsAfterDecompression() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[100_000]);
        }
        assertThat(bomb.size()).isLessThan(1000);
        server.on("/x", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(ISO_8859_1));
            bomb.writeTo(out);
        });

        assertThat(error(SMALL)).isEqualTo(tooLarge());
    }

    @Test
    void anAnswerOfJustTheLimitIsRead() throws Exception {
        server.ok("/x", "text/plain", "x".repeat(1000));

        try (RequestOperation operation = new RequestOperation(Requests.OPEN, SMALL)) {
            assertThat(Requests.resolved(Requests.run(operation, "{'url':'" + server.url("/x") + "'}"))
                            .get("data")
                            .textValue())
                    .hasSize(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y\r\n", "xxxxxxxxxxxxxxxx"})
    void endlessHeadersAreGivenUp(String header) throws Exception {
        server.on("/x", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
            while (server.isOpenAfter(0)) {
                out.write(header.repeat(100).getBytes(ISO_8859_1));
            }
        });

        assertThat(error(SMALL))
                .isEqualTo("{\"name\":\"Error\",\"message\":\"Parse Error: Header overflow\","
                        + "\"code\":\"HPE_HEADER_OVERFLOW\"}");
    }

    @Test
    void anAnswerMayNestAsDeepAsAnyJson() throws Exception {
        server.ok("/deep", "application/json", "[".repeat(500) + "]".repeat(500));
        server.ok("/deeper", "application/json", "[".repeat(501) + "]".repeat(501));
        server.ok("/digits", "text/plain", "7".repeat(5000));

        try (RequestOperation operation = new RequestOperation(Requests.OPEN, RequestLimits.DEFAULT)) {
            assertThat(Requests.resolved(Requests.run(operation, "{'url':'" + server.url("/deep") + "'}"))
                            .get("data"))
                    .isEqualTo(Json.parse("[".repeat(500) + "]".repeat(500)));
            assertThat(Json.writeAudit(
                            Requests.rejected(Requests.run(operation, "{'url':'" + server.url("/deeper") + "'}"))))
                    .isEqualTo(
                            "{\"name\":\"RangeError\",\"message\":\"The answer cannot be read: Document nesting depth"
                                    + " (501) exceeds the maximum allowed (500)\"}");
            assertThat(Requests.resolved(Requests.run(operation, "{'url':'" + server.url("/digits") + "'}"))
                            .get("data")
                            .textValue())
                    .hasSize(5000);
        }
    }

    @Test
    void limitsMustMakeSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestLimits(Duration.ZERO, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestLimits(Duration.ofSeconds(1), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestLimits(Duration.ofSeconds(1), 1, -1));
        assertThat(new RequestLimits(Duration.ofSeconds(1), 1, 0).redirects()).isZero();
    }

    private static String tooLarge() {
        return "{\"name\":\"Error\",\"message\":\"maxContentLength size of 1000 exceeded\","
                + "\"code\":\"ERR_BAD_RESPONSE\"}";
    }

    private void endless(OutputStream out, String start) throws IOException {
        out.write(start.getBytes(ISO_8859_1));
        byte[] more = "x".repeat(1000).getBytes(ISO_8859_1);
        while (server.isOpenAfter(0)) {
            out.write(more);
        }
    }

    private String error(RequestLimits limits) throws IOException {
        return error(limits, server.url("/x"));
    }

    private static String error(RequestLimits limits, String url) throws IOException {
        try (RequestOperation operation = new RequestOperation(Requests.OPEN, limits)) {
            return Requests.error(Requests.run(operation, "{'url':'" + url + "'}"));
        }
    }
}
