package org.camundaflows.app.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camundaflows.app.RunningServer;
import org.camundaflows.app.Shell;
import org.camundaflows.engine.FlowEnvironment;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowWriter;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@ExtendWith(OutputCaptureExtension.class)
class ExamplesTest {

    private static final Map<String, Example> EXAMPLES = new ExampleFiles(new PathMatchingResourcePatternResolver())
            .read().stream().collect(Collectors.toMap(example -> example.flow().name(), Function.identity()));

    @TempDir
    Path dataDir;

    @Test
    void allExamplesValidateWithoutErrors() {
        Shell validated = Shell.run("validate", "examples", "--json");
        assertThat(validated.json().path("flows").asInt())
                .isEqualTo(EXAMPLES.size())
                .isGreaterThanOrEqualTo(8);
        assertThat(validated.json().path("errors").asInt()).isZero();
        assertThat(validated.exitCode()).isZero();
    }

    @Test
    void everyWebhookExampleHasARequestToFireItWith() {
        assertThat(EXAMPLES.values())
                .allSatisfy(example -> assertThat(example.request() != null).isEqualTo(example.isWebhook()));
    }

    @Test
    void theExamplesAnswerAsTheyPromise(CapturedOutput output) throws Exception {
        try (RunningServer server = start()) {
            assertThat(body(server, "Greeting")).hasToString("{\"text\":\"Hello, Ada!\"}");
            assertThat(fire(server, "Greeting", "{}").body()).isEqualTo("{\"text\":\"Hello, stranger!\"}");
            assertThat(body(server, "Order total"))
                    .hasToString("{\"customer\":\"Ada\",\"total\":{\"pieces\":3,\"net\":17,\"gross\":20.23}}");
            assertThat(output).contains("Order of Ada: 3 pieces, 20.23 EUR");
            assertThat(Json.parse(fire(server, "Order total", "{}").body())
                            .path("error")
                            .asText())
                    .isEqualTo("The order has no list of items");
            assertThat(fire(server, "Order check").statusCode()).isEqualTo(422);
            assertThat(body(server, "Order check")
                            .path("errors")
                            .path(0)
                            .path("extensions")
                            .path("code")
                            .asText())
                    .isEqualTo("QUANTITY_TOO_SMALL");
            assertThat(fire(server, "Order check", "{\"quantity\": 2}").body())
                    .isEqualTo("{\"accepted\":true,\"quantity\":2}");
            assertThat(body(server, "Forward an order").path("forwarded")).hasToString("false");
            assertThat(body(server, "Price list"))
                    .hasToString("{\"currency\":\"EUR\",\"prices\":"
                            + "[{\"name\":\"tea\",\"price\":3},{\"name\":\"cup\",\"price\":9}]}");
            JsonNode token = body(server, "Signed token");
            assertThat(token.path("user").asText()).isEqualTo("ada");
            assertThat(token.path("token").asText().split("\\.")).hasSize(3);
            assertThat(server.bean(FlowRuns.class)
                            .find(EXAMPLES.get("Heartbeat").flow().id()))
                    .isPresent();
            assertThat(server.bean(FlowRuns.class)
                            .find(EXAMPLES.get("Order mail").flow().id()))
                    .as("without a mail server")
                    .isEmpty();
            assertWelcomed(server, output.getOut());
        }
    }

    private static void assertWelcomed(RunningServer server, String output) {
        String address = "http://127.0.0.1:" + server.port();
        assertThat(output)
                .contains("address   " + address)
                .contains("Cockpit   " + address + "/camunda/app/cockpit/")
                .contains("curl -s " + address + "/flows/trigger/"
                        + EXAMPLES.get("Greeting").flow().id()
                        + " -H 'Content-Type: application/json' -d '{\"name\":\"Ada\"}'");
        assertThat(server.get("/camunda/app/cockpit/default/", "").statusCode()).isEqualTo(200);
    }

    @Test
    void anOrderIsForwardedOnceTheAddressIsConfigured() throws Exception {
        // The port is known only after the start; the flow reads the address at each run.
        try (RunningServer server = start("--IMPORT_IP_DENY_LIST=", "--FLOWS_ENV_ALLOW_LIST=PUBLIC_URL")) {
            server.bean(FlowEnvironment.class)
                    .set(Map.of("PUBLIC_URL", Json.parse("\"http://127.0.0.1:" + server.port() + "\"")));
            assertThat(body(server, "Forward an order"))
                    .hasToString("{\"forwarded\":true,\"status\":200,"
                            + "\"answer\":{\"customer\":\"Ada\",\"total\":{\"pieces\":2,\"net\":7,\"gross\":8.33}}}");
        }
    }

    @Test
    void theMailExampleIsInstalledWhenAMailServerIsConfigured() throws Exception {
        GreenMail mails = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mails.start();
        try (RunningServer server = start(
                "--EMAIL_SMTP_HOST=127.0.0.1",
                "--EMAIL_SMTP_PORT=" + mails.getSmtp().getPort())) {
            assertThat(body(server, "Order mail")).hasToString("{\"mailed\":true}");
            assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
            assertThat(mails.getReceivedMessages()[0].getSubject()).isEqualTo("Order of Ada");
        } finally {
            mails.stop();
        }
    }

    @Test
    void aFlowThatIsThereIsNeverOverwritten(CapturedOutput output) throws Exception {
        Flow original = EXAMPLES.get("Greeting").flow();
        String changed = Json.write(FlowWriter.toJson(original)).replace("Hello, ", "Moin, ");
        try (RunningServer server = RunningServer.startWithKnownAdmin(dataDir)) {
            assertThat(server.bean(FlowRuns.class).find(original.id())).isEmpty();
            assertThat(server.post("/deployments", RunningServer.bearer(RunningServer.TOKEN), changed)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(output.getOut()).contains("camunda-flows is ready").doesNotContain("curl");
        }
        try (RunningServer server = start()) {
            assertThat(fire(server, "Greeting").body()).isEqualTo("{\"text\":\"Moin, Ada!\"}");
            assertThat(body(server, "Order total").path("total").path("net")).hasToString("17");
        }
    }

    private RunningServer start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--flows.examples=true");
        return RunningServer.start(dataDir, all.toArray(String[]::new));
    }

    private static JsonNode body(RunningServer server, String name) throws Exception {
        return Json.parse(fire(server, name).body());
    }

    private static HttpResponse<String> fire(RunningServer server, String name) {
        JsonNode request = EXAMPLES.get(name).request();
        assertThat(request).isNotNull();
        return fire(server, name, Json.write(request));
    }

    private static HttpResponse<String> fire(RunningServer server, String name, String json) {
        return server.post("/flows/trigger/" + EXAMPLES.get(name).flow().id(), "", json);
    }
}
