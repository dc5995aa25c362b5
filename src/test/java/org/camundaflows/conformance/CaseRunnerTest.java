package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CaseRunnerTest {

    private static final String FIRE =
            "\"fire\":{\"kind\":\"webhook\",\"method\":\"POST\",\"path\":\"/flows/trigger/f\",\"body\":{\"a\":1},\"as\":null}";

    private final Mailbox mailbox = Mailbox.start();
    private final LogCapture logs = LogCapture.begin();
    private StubServer stub;
    private ScriptedApplication application;

    @BeforeEach
    void start() throws Exception {
        stub = StubServer.start();
        application = ScriptedApplication.start();
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
        stub.close();
        logs.close();
        mailbox.close();
    }

    @Test
    void aCasePassesWhenAnswerAndRunsAreRight() throws Exception {
        application.answering("{\"v\":1}", () -> application.record("f", "resolved", "{\"k\":1}"));

        assertThat(
                        run(
                                call(
                                        "{\"response\":{\"status\":200,\"body\":{\"v\":1}},\"runs\":[{\"flow\":\"f\",\"data\":{\"k\":1}}]}")))
                .isEmpty();
    }

    @Test
    void wrongAnswersAreFound() throws Exception {
        application.answering("{\"v\":2}", () -> {});

        assertThat(run(call("{\"response\":{\"status\":201,\"headers\":{\"X-A\":\"1\"},\"body\":{\"v\":1}}}")))
                .extracting(Difference::path)
                .containsExactly("response.status", "response.headers.x-a", "response.body.v");
    }

    @Test
    void bodiesAreJsonTextOrNull() throws Exception {
        assertThat(run(call("{\"response\":{\"status\":200,\"body\":null}}"))).isEmpty();
        application.answering("just words", () -> {});
        assertThat(run(call("{\"response\":{\"body\":\"just words\"}}"))).isEmpty();
        application.answering("\"text\"", () -> {});
        assertThat(run(call("{\"response\":{\"body\":\"text\"}}"))).isEmpty();
        assertThat(run(call("{\"response\":{\"body\":null}}"))).hasSize(1);
    }

    @Test
    void wrongMissingAndFurtherRunsAreFound() throws Exception {
        application.answering("", () -> application.record("f", "resolved", "{\"k\":2}"));

        assertThat(run(call("{\"runs\":[{\"flow\":\"f\",\"data\":{\"k\":1}}]}")))
                .extracting(Difference::path)
                .containsExactly("runs[0].data.k");
        assertThat(run(call("{\"runs\":[]}"))).hasSize(1);
        assertThat(run(call("{\"runs\":[{\"flow\":\"f\"},{\"flow\":\"f\"}]}"))).hasSize(1);
    }

    @Test
    void runsComeInOrderOfCompletion() throws Exception {
        application.answering("", () -> {
            application.record("f", "resolved", "{\"k\":\"outer\"}", Instant.EPOCH.plusSeconds(2));
            application.record("f", "resolved", "{\"k\":\"inner\"}", Instant.EPOCH.plusSeconds(1));
        });

        assertThat(
                        run(
                                call(
                                        "{\"runs\":[{\"flow\":\"f\",\"data\":{\"k\":\"inner\"}},{\"flow\":\"f\",\"data\":{\"k\":\"outer\"}}]}")))
                .isEmpty();
    }

    @Test
    void runsThatNeverFinishAreMissing() throws Exception {
        application.answering("", () -> application.record("f", "running", "{\"k\":1}"));

        assertThat(run(call("{\"runs\":[{\"flow\":\"f\",\"data\":{\"k\":1}}]}")))
                .hasSize(1);
    }

    @Test
    void runsThatStoppedAtAFailureAreNotWaitedFor() throws Exception {
        application.answering("", () -> application.recordStopped("f", "{\"k\":1}"));

        assertThat(run(call("{\"runs\":[{\"flow\":\"f\",\"data\":{\"k\":2}}]}")))
                .extracting(Difference::path)
                .containsExactly("runs[0].data.k");
    }

    @Test
    void runsWithoutValuesAreNotRecordedRuns() throws Exception {
        application.answering("", () -> application.record("f", "resolved", "null"));

        assertThat(run(call("{\"runs\":[]}"))).isEmpty();
    }

    @Test
    void runsOfEarlierCallsDoNotCount() throws Exception {
        application.answering("", () -> application.record("f", "resolved", "{\"k\":1}"));
        String step = "{" + FIRE + ",\"expect\":{\"runs\":[{\"flow\":\"f\",\"data\":{\"k\":1}}]}}";
        String wrong = step.replace("\"k\":1}}]", "\"k\":3}}]");

        assertThat(run("{\"flows\":[{\"id\":\"f\"}],\"steps\":[" + step + "," + wrong + "]}"))
                .extracting(Difference::path)
                .containsExactly("step 1: runs[0].data.k");
    }

    @Test
    void logsRequestsAndMailsAreCompared() throws Exception {
        application.answering("", () -> {
            LoggerFactory.getLogger(LogCapture.LOGGER).info("said");
            callStub();
        });
        String right = "{\"logs\":[\"said\"],\"requests\":[{\"method\":\"GET\",\"path\":\"/x\"}],\"mails\":[]}";

        assertThat(run(call(right))).isEmpty();
        assertThat(run(call("{\"logs\":[],\"requests\":[],\"mails\":[{\"to\":[\"a@b\"]}]}")))
                .extracting(Difference::path)
                .containsExactly("requests", "mails", "logs");
    }

    @Test
    void callsAreSentAsWritten() throws Exception {
        run(
                """
                {"flows":[],"fire":{"kind":"webhook","method":"POST","path":"/p","as":"admin",
                  "query":{"ids[]":"5","filter":{"a":1},"b":"two words"},"headers":{"Content-Type":"text/plain"},
                  "body":"just words"},"expect":{}}""");

        assertThat(application.calls())
                .last()
                .isEqualTo(
                        "POST /p?ids[]=5&filter=%7B%22a%22%3A1%7D&b=two+words Bearer secret of admin text/plain just words");
    }

    @Test
    void callsWithoutCredentialsHaveNoneAndBodiesAreJson() throws Exception {
        run(call("{}"));

        assertThat(application.calls()).last().isEqualTo("POST /flows/trigger/f null application/json {\"a\":1}");
    }

    @Test
    void savedValuesGoIntoLaterCalls() throws Exception {
        application.answering("{\"id\":7}", () -> {});
        String next = FIRE.replace("{\"a\":1}", "{\"key\":\"$$use:id\"}").replace("trigger/f", "$$use:id");

        assertThat(run("{\"flows\":[],\"steps\":[{" + FIRE
                        + ",\"expect\":{\"response\":{\"body\":{\"id\":\"$$save:id\"}}}},{" + next
                        + ",\"expect\":{\"response\":{\"body\":{\"id\":\"$$use:id\"}}}}]}"))
                .isEmpty();
        assertThat(application.calls()).last().asString().contains("/flows/7 ").endsWith("{\"key\":7}");
    }

    @Test
    void schedulesAreDeployedWithTimersHeldAndFiredOnce() throws Exception {
        run(
                """
                {"env":{"A":"1"},"flows":[{"id":"f","trigger":"schedule"}],
                 "fire":{"kind":"schedule"},"expect":{}}""");

        assertThat(application.calls())
                .containsExactly(
                        "enter ",
                        "environment {A=1}",
                        "hold timers",
                        "deploy [{\"id\":\"f\",\"trigger\":\"schedule\"}]",
                        "fire f");
    }

    @Test
    void aRefusedDeploymentFailsTheCase() throws Exception {
        application.refusingDeployments();

        assertThat(run(call("{}"))).hasSize(1).first().asString().contains("400");
    }

    private void callStub() {
        try {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(stub.baseUrl() + "/x"))
                                    .build(),
                            BodyHandlers.discarding());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String call(String expect) {
        return "{\"flows\":[{\"id\":\"f\"}]," + FIRE + ",\"expect\":" + expect + "}";
    }

    private List<Difference> run(String json) throws Exception {
        Patience brief = new Patience(Duration.ofMillis(200), Duration.ofMillis(20));
        return new CaseRunner(
                        new Surroundings(application, stub, mailbox, logs),
                        brief,
                        name -> new World(Json.mapper().createObjectNode().put("world", name)))
                .run(new Case(Json.parse(json)));
    }
}
