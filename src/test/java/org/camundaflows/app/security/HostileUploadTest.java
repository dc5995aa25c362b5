package org.camundaflows.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.app.RunningServer.TOKEN;
import static org.camundaflows.app.RunningServer.bearer;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camundaflows.FlowSketch;
import org.camundaflows.app.RunningServer;
import org.camundaflows.engine.FlowDeployments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine's own REST API takes from somebody who may deploy: models and variables made to do more than that. */
class HostileUploadTest {

    private static final FlowSketch VICTIM = FlowSketch.webhook("victim").transform("a", "[1]");

    @TempDir
    static Path dataDir;

    private static RunningServer server;
    private static HttpServer outside;
    private static final List<String> FETCHED = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.startWithKnownAdmin(dataDir);
        server.bean(FlowDeployments.class).deploy(List.of(VICTIM.flow()));
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            FETCHED.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        outside.start();
    }

    @AfterAll
    static void stop() {
        outside.stop(0);
        server.close();
    }

    private static String model(String prologue, String attributes, String name) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + prologue
                + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"x\"" + attributes + ">"
                + "<process id=\"uploaded\" name=\"" + name + "\" isExecutable=\"true\""
                + " camunda:historyTimeToLive=\"P1D\"><startEvent id=\"s\"/></process></definitions>";
    }

    private static HttpResponse<String> upload(String bpmn) throws IOException, InterruptedException {
        String body = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nupload\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"u.bpmn\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + bpmn + "\r\n--x--\r\n";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + server.port() + "/engine-rest/deployment/create"))
                                .timeout(Duration.ofSeconds(20))
                                .header("Authorization", bearer(TOKEN))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String bomb() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 \"lol\">");
        for (int i = 1; i < 40; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.append("]>").toString();
    }

    private static long deployed() {
        return server.bean(RepositoryService.class).createDeploymentQuery().count();
    }

    private static void assertNothingDisturbed() {
        assertThat(server.post("/flows/trigger/" + VICTIM.id(), "", "{}").body())
                .contains("[1]");
    }

    @Test
    void aPlainModelIsTaken() throws Exception {
        HttpResponse<String> answer = upload(model("", "", "plain"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void modelsWithEntitiesAreRefusedAndNothingOfThemIsRead() throws Exception {
        Path secret = Files.writeString(dataDir.resolve("secret.txt"), "canary-file-77aa");
        String web = "http://127.0.0.1:" + outside.getAddress().getPort();
        List<String> prologues = new ArrayList<>(List.of(
                "<!DOCTYPE d>",
                "<!DOCTYPE d SYSTEM \"" + web + "/d.dtd\">",
                "<!DOCTYPE d [<!ENTITY % p SYSTEM \"" + web + "/p.dtd\"> %p;]>",
                "<!DOCTYPE d [<!ENTITY e0 SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE d [<!ENTITY e39 SYSTEM \"" + web + "/e\">]>"));
        long before = deployed();

        for (String prologue : prologues) {
            String name = prologue.contains("e0") ? "&e0;" : prologue.contains("e39") ? "&e39;" : "x";
            HttpResponse<String> answer = upload(model(prologue, "", name));

            assertThat(answer.statusCode()).as(prologue).isBetween(400, 500);
            assertThat(answer.body()).contains("DOCTYPE").doesNotContain("canary-file-77aa");
        }
        HttpResponse<String> bomb = upload(model(bomb(), "", "&e39;"));
        assertThat(bomb.statusCode()).isBetween(400, 500);
        assertThat(bomb.body().length()).isLessThan(5000);
        assertThat(deployed()).isEqualTo(before);
        assertThat(FETCHED).isEmpty();
        assertNothingDisturbed();
    }

    @Test
    void schemasThatAModelNamesAreNotFetched() throws Exception {
        String web = "http://127.0.0.1:" + outside.getAddress().getPort() + "/s.xsd";

        upload(model(
                "",
                " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
                        + "http://www.omg.org/spec/BPMN/20100524/MODEL " + web + "\" xsi:noNamespaceSchemaLocation=\""
                        + web + "\"",
                "schema"));

        assertThat(FETCHED).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Object\",\"value\":\"rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0eIHSHZnHYZ0DAAFJAARzaXpleHAAAAAAdwQAAAAAeA==\","
                        + "\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\","
                        + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
            })
    void serializedObjectsAreRefused(String variable) {
        String key = server.bean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionName("victim")
                .latestVersion()
                .singleResult()
                .getKey();

        HttpResponse<String> answer = server.post(
                "/engine-rest/process-definition/key/" + key + "/start",
                bearer(TOKEN),
                "{\"variables\":{\"$trigger\":" + variable + "}}");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 500);
        assertThat(answer.body()).contains("Java serialization format is prohibited");
        assertThat(server.bean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processDefinitionKey(key)
                        .count())
                .isZero();
        assertNothingDisturbed();
    }
}
