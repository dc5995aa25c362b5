package org.camundaflows.operations.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import org.camundaflows.security.AddressGuard;
import org.camundaflows.security.DenyList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RequestFailureTest {

    private final RequestOperation operation = new RequestOperation(Requests.OPEN, RequestLimits.DEFAULT);

    @AfterEach
    void stop() throws IOException {
        operation.close();
    }

    @Test
    void aServerThatIsNotThere() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }

        assertThat(error("'url':'http://127.0.0.1:" + port + "/'"))
                .isEqualTo("{\"name\":\"Error\",\"message\":\"connect ECONNREFUSED 127.0.0.1:" + port
                        + "\",\"code\":\"ECONNREFUSED\"}");
    }

    @Test
    void aRefusedNameIsReportedWithItsAddress() throws Exception {
        AddressGuard names = new AddressGuard(
                DenyList.parse("", false), host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")});

        try (RequestOperation named = new RequestOperation(names, RequestLimits.DEFAULT)) {
            assertThat(Requests.error(Requests.run(named, "{'url':'http://gone.example:1/'}")))
                    .contains("\"connect ECONNREFUSED 127.0.0.1:1\"");
        }
    }

    @Test
    void aNameThatDoesNotExist() throws Exception {
        AddressGuard none = new AddressGuard(DenyList.parse("", false), host -> {
            throw new UnknownHostException(host);
        });

        try (RequestOperation lost = new RequestOperation(none, RequestLimits.DEFAULT)) {
            assertThat(Requests.error(Requests.run(lost, "{'url':'http://nope.example/'}")))
                    .isEqualTo("{\"name\":\"Error\",\"message\":\"getaddrinfo ENOTFOUND nope.example\","
                            + "\"code\":\"ENOTFOUND\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"'''url'':''not a url'''", "'''url'':'''''", "'''url'':null", "'''method'':''GET'''", "'''url'':5"})
    void whatIsNoUrl(String options) {
        assertThat(error(options))
                .isEqualTo("{\"name\":\"TypeError\",\"message\":\"Invalid URL\",\"code\":\"ERR_INVALID_URL\"}");
    }

    @Test
    void anotherProtocol() {
        assertThat(error("'url':'ftp://127.0.0.1/x'"))
                .isEqualTo("{\"name\":\"Error\",\"message\":\"Unsupported protocol ftp:\","
                        + "\"code\":\"ERR_BAD_REQUEST\"}");
    }

    @Test
    void aHeaderWithALineBreak() {
        assertThat(error("'url':'http://127.0.0.1:1/','headers':[{'header':'X-A','value':'a\\r\\nX-B: c'}]"))
                .isEqualTo("{\"name\":\"TypeError\",\"message\":\"Invalid character in header content [\\\"X-A\\\"]\","
                        + "\"code\":\"ERR_INVALID_CHAR\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                      | ECONNRESET       | socket hang up",
                "HTTP/1.1 200 OK~Content-Length: 10~~abc                 | ECONNRESET       | aborted",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~5~ab        | ECONNRESET       | aborted",
                "HTTP/1.1 200 OK~Content-Encoding: gzip~~no zip at all   | Z_DATA_ERROR     | incorrect header check",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~ab~                                        | ERR_BAD_RESPONSE | Parse Error: the answer is not HTTP",
            })
    void brokenAnswersAreNamed(String answer, String code, String message) throws Exception {
        try (RawServer server = new RawServer()) {
            server.on(
                    "/x",
                    (request, out) -> out.write(answer.replace("~", "\r\n").getBytes(ISO_8859_1)));

            assertThat(error("'url':'" + server.url("/x") + "'"))
                    .isEqualTo("{\"name\":\"Error\",\"message\":\"" + message + "\",\"code\":\"" + code + "\"}");
        }
    }

    @Test
    void aCertificateThatNobodyTrusts() {
        WireMockServer server =
                new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());
        server.start();
        try {
            assertThat(error("'url':'https://localhost:" + server.httpsPort() + "/'"))
                    .isEqualTo("{\"name\":\"Error\",\"message\":\"unable to verify the first certificate\","
                            + "\"code\":\"UNABLE_TO_VERIFY_LEAF_SIGNATURE\"}");
        } finally {
            server.stop();
        }
    }

    @Test
    void plainTextWhereTlsIsExpected() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread greeter = new Thread(() -> greet(server));
            greeter.start();

            assertThat(error("'url':'https://127.0.0.1:" + server.getLocalPort() + "/'"))
                    .contains("\"code\":\"EPROTO\"");
            greeter.join();
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket connection = server.accept()) {
            connection.getOutputStream().write("220 mail.example ready\r\n".getBytes(ISO_8859_1));
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client closed first, as it should.
        }
    }

    private String error(String options) {
        return Requests.error(Requests.run(operation, "{" + options + "}"));
    }
}
