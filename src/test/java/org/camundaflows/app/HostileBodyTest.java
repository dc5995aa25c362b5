package org.camundaflows.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.app.RunningServer.TOKEN;
import static org.camundaflows.app.RunningServer.bearer;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.camundaflows.FlowSketch;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.json.Json;
import org.camundaflows.json.ValueBounds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies at the limits on the whole way: through the web server, a run, its record and the answer. */
class HostileBodyTest {

    private static final FlowSketch ECHO =
            FlowSketch.webhook("echo").option("return", "$last").transform("a", "\"{{$trigger.body}}\"");

    private static final FlowSketch WHOLE = FlowSketch.webhook("whole")
            .option("return", "b")
            .transform("a", "\"{{$trigger.body}}\"")
            .step("b", "exec", "{\"code\":\"module.exports = (data) => data.$last\"}")
            .step("c", "log", "{\"message\":\"{{b}}\",\"more\":\"{{$trigger}}\"}");

    @TempDir
    static Path dataDir;

    private static RunningServer server;

    @BeforeAll
    static void deploy() {
        server = RunningServer.startWithKnownAdmin(dataDir);
        server.bean(FlowDeployments.class).deploy(List.of(ECHO.flow(), WHOLE.flow()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> post(FlowSketch flow, String body) {
        return server.post("/flows/trigger/" + flow.id(), bearer(TOKEN), body);
    }

    private static String objects(int levels, String text) {
        return "{\"a\":".repeat(levels) + "\"" + text + "\"" + "}".repeat(levels);
    }

    private static JsonNode newestRun() throws Exception {
        String id = Json.parse(server.get("/runs?limit=1", bearer(TOKEN)).body())
                .at("/data/0/id")
                .asText();
        return Json.parseOwn(server.get("/runs/" + id, bearer(TOKEN)).body()).path("data");
    }

    /** With a secret of the trigger to be hidden at the deepest place. */
    @ParameterizedTest
    @ValueSource(ints = {100, ValueBounds.READ_DEPTH})
    void deepBodiesGoThroughARunAndItsRecord(int levels) throws Exception {
        String body = objects(levels, TOKEN);

        assertThat(post(WHOLE, body).body()).isEqualTo(body);

        JsonNode run = newestRun();
        String hidden = objects(levels, "--redacted--");
        assertThat(run.path("steps")).hasSize(3);
        assertThat(run.path("steps"))
                .allSatisfy(step -> assertThat(step.path("status").asText()).isEqualTo("resolve"));
        assertThat(Json.write(run.at("/data/b"))).isEqualTo(hidden);
        assertThat(run.at("/steps/2/options/message").asText() + Json.write(run.at("/steps/2/options/message")))
                .contains("--redacted--");
        assertThat(Json.write(run)).doesNotContain(TOKEN);
    }

    @Test
    void aBodyOfOneLevelMoreIsRefusedWithTheReason() throws Exception {
        post(WHOLE, "[1]");
        String before = newestRun().path("id").asText();

        HttpResponse<String> answer = post(WHOLE, objects(ValueBounds.READ_DEPTH + 1, "x"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("INVALID_PAYLOAD", "Document nesting depth (501) exceeds the maximum allowed (500)");
        assertThat(newestRun().path("id").asText()).isEqualTo(before);
    }

    @Test
    void endlessNestingIsRefusedAndDisturbsNothing() {
        HttpResponse<String> answer = post(ECHO, "[".repeat(100_000));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_PAYLOAD", "nesting depth");
        assertThat(post(ECHO, "[1]").body()).isEqualTo("[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\":1e+99999999}",
                "{\"n\":-1.5e-99999999}",
                "{\"__proto__\":{\"a\":1},\"constructor\":{\"prototype\":2}}",
                "{\"s\":\"\\ud800 \\udc00\"}",
                "{\"s\":\"\\u0000\"}",
                "{\"$flow:date\":\"no date\"}",
                "{\"$flow:error\":{}}"
            })
    void oddBodiesComeBackAsTheyAre(String body) {
        assertThat(post(ECHO, body).body()).isEqualTo(body);
    }
}
