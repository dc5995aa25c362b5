package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camundaflows.FlowSketch;
import org.camundaflows.engine.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Secrets come in by every door and must be found nowhere afterwards (CVE-2025-53886). */
class RedactionTest {

    private static final List<String> SECRETS = List.of(
            "canary-header-41c0",
            "canary-cookie-8d2e",
            "canary-query-5b9a",
            "canary-payload-c3f7",
            "canary-listed-09ab",
            FlowServer.SECRET);

    private final FlowServer server = FlowServer.shared();
    private final ListAppender<ILoggingEvent> logs = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        logs.start();
        root.addAppender(logs);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(logs);
    }

    private static FlowSketch flow(String name) {
        return FlowSketch.webhook(name)
                .option("return", "done")
                .transform("copy", "{\"all\":\"{{$trigger}}\",\"env\":\"x {{$env.SECRET}} y\"}")
                .step(
                        "say",
                        "log",
                        "{\"message\":\"{{$trigger.headers}} {{$trigger.query}} {{$trigger.body}} {{copy.all}}\"}")
                .step("check", "condition", "{\"filter\":{\"copy\":{\"env\":{\"_eq\":\"{{$env.SECRET}}\"}}}}")
                .otherwise("fail", "throw-error", "{\"code\":\"oops\",\"message\":\"{{$env.SECRET}}\"}");
    }

    private HttpRequest.Builder call(FlowSketch flow) {
        return server.request("/flows/trigger/" + flow.id() + "?x=1")
                .header("X-Secret", "none")
                .header("Cookie", "session=" + SECRETS.get(1))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"payload\":{\"password\":\"" + SECRETS.get(3)
                        + "\",\"keep\":\"visible\"},\"items\":[{\"payload\":{\"token\":\"" + SECRETS.get(4)
                        + "\"}}]}"));
    }

    /** No user has such a token: the call is refused, and the token is not told to anyone. */
    private List<HttpResponse<String>> refused(FlowSketch flow) {
        return List.of(
                server.send(call(flow).header("Authorization", "Bearer " + SECRETS.get(0))),
                server.send(server.request("/flows/trigger/" + flow.id() + "?access_token=" + SECRETS.get(2))
                        .POST(BodyPublishers.noBody())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "durable", "incident"})
    void secretsLeaveNoTrace(String kind) {
        FlowSketch flow = flow("canary " + kind).option("error_on_reject", true);
        if (kind.equals("durable")) {
            flow.option("durability", "durable");
        }
        if (kind.equals("incident")) {
            flow = FlowSketch.webhook("canary incident")
                    .option("durability", "durable")
                    .option("async", true)
                    .step("b", "break", "{}");
        }
        server.deploy(flow);
        List<HttpResponse<String>> answers = new ArrayList<>(refused(flow));
        answers.add(server.send(call(flow)));
        answers.add(server.send(server.request("/flows/trigger/" + flow.id() + "?x=1")
                .header("Authorization", "Basic " + SECRETS.get(0))
                .POST(BodyPublishers.noBody())));
        settle(flow, kind);

        Database database = new Database(server.bean(DataSource.class));
        assertNothingIn(database.rows("ACT_HI_"));
        assertNothingIn(database.rows("ACT_GE_"));
        assertNothingIn(database.rows("ACT_RE_"));
        if (!kind.equals("incident")) {
            assertNothingIn(database.rows("ACT_RU_"));
        }
        assertNothingIn(logs.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList());
        assertThat(server.runs(flow).toString()).doesNotContain(SECRETS);
        assertThat(answers).noneMatch(answer -> SECRETS.stream().limit(5).anyMatch(answer.body()::contains));
    }

    private void settle(FlowSketch flow, String kind) {
        if (kind.equals("incident")) {
            server.await(() -> server.runs(flow).path(0).path("open_incidents").asInt() == 1);
        } else {
            String record = server.ended(flow, 2).toString();
            assertThat(record).contains("--redacted--", "--redacted:SECRET--");
        }
    }

    private static void assertNothingIn(List<String> texts) {
        assertThat(texts).isNotEmpty();
        for (String secret : SECRETS) {
            assertThat(texts).noneMatch(text -> text.contains(secret));
        }
    }
}
