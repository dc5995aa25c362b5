package org.camundaflows.operations.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.operations.http.Requests.resolved;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.camundaflows.security.AddressGuard;
import org.camundaflows.security.DenyList;
import org.camundaflows.security.HostLookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to reach with a flow's request what the deny list forbids. */
class RequestForgeryTest {

    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer();
        server.ok("/", "text/plain", "secret");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.0.0.2",
                "0.0.0.0",
                "0",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "0177.0.0.1",
                "017700000001",
                "127.0.0.1.",
                "localhost",
                "LOCALHOST",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "１２７.0.0.1",
                "①②⑦.1",
                "%31%32%37.0.0.1",
                "a@127.0.0.1",
            })
    void noSpellingOfThisMachineGetsThrough(String host) throws Exception {
        String error = error(DenyList.DEFAULT, "http://" + host + ":" + server.port() + "/");

        assertThat(error)
                .startsWith("{\"name\":\"Error\",\"message\":\"Requested domain \\\"")
                .endsWith("\\\" resolves to a denied IP address\"}");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void theErrorNamesTheHostAndNothingElse() throws Exception {
        assertThat(error(DenyList.DEFAULT, "http://user:secret@127.1:" + server.port() + "/?token=secret"))
                .isEqualTo("{\"name\":\"Error\","
                        + "\"message\":\"Requested domain \\\"127.0.0.1\\\" resolves to a denied IP address\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "//169.254.169.254/x",
                "http://0xa9fea9fe/",
                "http://[::ffff:169.254.169.254]/",
            })
    void aRedirectToTheMetadataServiceIsNotFollowed(String location) throws Exception {
        server.redirect("/", 302, location);

        assertThat(error("169.254.169.254", server.url("/"))).contains("resolves to a denied IP address");
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void theAddressThatWasJudgedIsTheOneConnectedTo() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        // The first answer is harmless, any later one is not.
        HostLookup flipping = host ->
                new InetAddress[] {InetAddress.getByName(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.9")};
        AddressGuard guard = new AddressGuard(DenyList.parse("127.0.0.9", false), flipping);

        try (RequestOperation operation = new RequestOperation(guard, RequestLimits.DEFAULT)) {
            String request = "{'url':'http://flip.example:" + server.port() + "/'}";
            assertThat(resolved(Requests.run(operation, request)).get("data").textValue())
                    .isEqualTo("secret");
            assertThat(lookups).hasValue(1);

            assertThat(Requests.error(Requests.run(operation, request)))
                    .contains("Requested domain \\\"flip.example\\\" resolves to a denied IP address");
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void aNameIsJudgedAgainAfterARedirectToItself() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        HostLookup flipping = host ->
                new InetAddress[] {InetAddress.getByName(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.9")};
        AddressGuard guard = new AddressGuard(DenyList.parse("127.0.0.9", false), flipping);
        server.redirect("/", 307, "/again");

        try (RequestOperation operation = new RequestOperation(guard, RequestLimits.DEFAULT)) {
            assertThat(Requests.error(Requests.run(operation, "{'url':'http://flip.example:" + server.port() + "/'}")))
                    .contains("resolves to a denied IP address");
        }
        assertThat(server.seen()).hasSize(1);
    }

    private static String error(String denied, String url) throws IOException {
        AddressGuard guard = new AddressGuard(DenyList.parse(denied, false));
        try (RequestOperation operation = new RequestOperation(guard, RequestLimits.DEFAULT)) {
            return Requests.error(Requests.run(operation, "{'url':'" + url + "'}"));
        }
    }
}
