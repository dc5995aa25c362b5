package org.camundaflows.app.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.camundaflows.app.RunningServer.TOKEN;
import static org.camundaflows.app.RunningServer.bearer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camundaflows.app.RunningServer;
import org.camundaflows.compile.BpmnIds;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.flow.FlowReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

    private static final String STEPS = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String ENDLESS = "aaaaaaaa-0000-4000-8000-000000000002";
    private static final String WAITING = "aaaaaaaa-0000-4000-8000-000000000003";
    private static final String SECRET = "canary-6f1c0b";

    private static final String FLOWS =
            """
            [{"id": "%s", "name": "steps", "status": "active", "trigger": "webhook", "operation": "o1",
              "options": {"method": "POST"},
              "operations": [
                {"id": "o1", "key": "a", "type": "transform", "options": {"json": "{{$trigger.body}}"}, "resolve": "o2"},
                {"id": "o2", "key": "b", "type": "throw-error", "options": {"message": "{{a.secret}}"}, "reject": "o3"},
                {"id": "o3", "key": "c", "type": "no such type {{a.secret}}"}]},
             {"id": "%s", "name": "endless", "status": "active", "trigger": "webhook", "operation": "p1",
              "options": {},
              "operations": [
                {"id": "p1", "key": "a", "type": "exec", "options": {"code": "module.exports = () => { for (;;); }"}}]},
             {"id": "%s", "name": "waiting", "status": "active", "trigger": "webhook", "operation": "q1",
              "options": {"async": true},
              "operations": [
                {"id": "q1", "key": "a", "type": "sleep", "options": {"milliseconds": 3600000}}]}]
            """
                    .formatted(STEPS, ENDLESS, WAITING);

    @TempDir
    static Path dataDir;

    private static RunningServer server;
    private static String scrape;

    @BeforeAll
    static void runFlows() throws IOException {
        server = RunningServer.start(
                dataDir,
                "--ADMIN_PASSWORD=" + RunningServer.PASSWORD,
                "--ADMIN_TOKEN=" + TOKEN,
                "--flows.script.timeout=200ms");
        server.bean(FlowDeployments.class).deploy(new FlowReader().read(FLOWS).flows());
        String body = "{\"secret\": \"" + SECRET + "\"}";
        server.post("/flows/trigger/" + STEPS + "?access_token=" + TOKEN, "", body);
        server.post("/flows/trigger/" + STEPS + "?q=" + SECRET, "", body);
        server.get("/flows/trigger/" + ENDLESS, "");
        server.get("/flows/trigger/" + WAITING, "");
        server.rawStatus(SECRET, "/flows/trigger/" + STEPS);
        server.get("/" + SECRET, bearer(TOKEN));
        anIncident();
        scrape = server.get("/actuator/prometheus", bearer(TOKEN)).body();
    }

    /** Of a run that waits: its timer has been stored. */
    private static void anIncident() {
        RuntimeService runtime = server.bean(RuntimeService.class);
        await().until(() -> server.bean(ManagementService.class)
                        .createJobQuery()
                        .processDefinitionKey(BpmnIds.process(WAITING))
                        .timers()
                        .count()
                == 1);
        ProcessInstance waiting = runtime.createProcessInstanceQuery().singleResult();
        String step = runtime.getActivityInstance(waiting.getId())
                .getChildActivityInstances()[0]
                .getExecutionIds()[0];
        runtime.createIncident("test", step, null, SECRET);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void runsAreCountedByFlowAndOutcome() {
        assertThat(value("flows_runs_started_total", "flow=\"" + STEPS + "\"")).isEqualTo(2);
        assertThat(value("flows_runs_finished_total", "flow=\"" + STEPS + "\"", "outcome=\"unknown\""))
                .isEqualTo(2);
        assertThat(value("flows_runs_finished_total", "flow=\"" + ENDLESS + "\"", "outcome=\"rejected\""))
                .isEqualTo(1);
        assertThat(value("flows_runs_started_total", "flow=\"" + WAITING + "\""))
                .isEqualTo(1);
        assertThat(lines("flows_runs_finished_total", "flow=\"" + WAITING + "\""))
                .isEmpty();
    }

    @Test
    void stepsAreTimedByTypeAndStatus() {
        assertThat(value("flows_steps_seconds_count", "type=\"transform\"", "status=\"resolve\""))
                .isEqualTo(2);
        assertThat(value("flows_steps_seconds_count", "type=\"throw-error\"", "status=\"reject\""))
                .isEqualTo(2);
        assertThat(value("flows_steps_seconds_count", "type=\"exec\"", "status=\"reject\""))
                .isEqualTo(1);
        assertThat(value("flows_steps_seconds_sum", "type=\"exec\"", "status=\"reject\""))
                .isBetween(0.2, 30.0);
    }

    @Test
    void typesThatAreNotRegisteredShareOneTag() {
        assertThat(value("flows_steps_seconds_count", "type=\"unknown\"", "status=\"unknown\""))
                .isEqualTo(2);
    }

    @Test
    void exceededLimitsOfScriptsAreCountedByKind() {
        assertThat(value("flows_script_limits_total", "kind=\"time\"")).isEqualTo(1);
    }

    @Test
    void waitingJobsAndOpenIncidentsAreShown() {
        assertThat(value("flows_jobs_waiting", "state=\"later\"")).isGreaterThanOrEqualTo(1);
        assertThat(value("flows_jobs_waiting", "state=\"due\"")).isBetween(0.0, 10.0);
        assertThat(value("flows_incidents_open")).isEqualTo(1);
    }

    @Test
    void callsOfFlowsAreTimedUnderOneAddress() {
        assertThat(lines("http_server_requests_seconds_count", "uri=\"/flows/trigger/**\"", "status=\"200\""))
                .isNotEmpty();
        assertThat(lines("http_server_requests_seconds_count", "uri=\"/flows/trigger/" + STEPS))
                .isEmpty();
    }

    @Test
    void nothingThatRequestsOrRunsCarryBecomesPartOfAMetric() {
        assertThat(scrape).contains("jvm_memory_used_bytes").doesNotContain(SECRET, TOKEN, "no such type");
    }

    private static double value(String name, String... tags) {
        List<String> found = lines(name, tags);
        assertThat(found).as("%s %s in%n%s", name, List.of(tags), scrape).hasSize(1);
        return Double.parseDouble(found.get(0).substring(found.get(0).lastIndexOf(' ')));
    }

    private static List<String> lines(String name, String... tags) {
        Pattern start = Pattern.compile(name + "[ {].*");
        return scrape.lines()
                .filter(line -> start.matcher(line).matches())
                .filter(line -> List.of(tags).stream().allMatch(line::contains))
                .toList();
    }
}
