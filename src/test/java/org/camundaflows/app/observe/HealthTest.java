package org.camundaflows.app.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.app.RunningServer.TOKEN;
import static org.camundaflows.app.RunningServer.bearer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camundaflows.app.RunningServer;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

    private static final String PASSWORD = "canary-mail-password";

    @TempDir
    Path dataDir;

    @Test
    void everyoneSeesTheStatusAndAdministratorsTheReasons() throws Exception {
        try (RunningServer server = RunningServer.startWithKnownAdmin(dataDir)) {
            assertThat(server.get("/actuator/health", "").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(part(server, "db").at("/details/database").asText()).isEqualTo("H2");
            assertThat(part(server, "processEngine").path("status").asText()).isEqualTo("UP");
            assertThat(part(server, "jobExecutor").path("status").asText()).isEqualTo("UP");
            assertThat(server.get("/actuator/health/mail", bearer(TOKEN)).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aStoppedJobExecutorIsDown() {
        try (RunningServer server = RunningServer.startWithKnownAdmin(dataDir)) {
            ((ProcessEngineConfigurationImpl) server.bean(ProcessEngine.class).getProcessEngineConfiguration())
                    .getJobExecutor()
                    .shutdown();

            HttpResponse<String> health = server.get("/actuator/health", "");

            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).isEqualTo("{\"status\":\"DOWN\"}");
        }
    }

    @Test
    void aMailServerThatFailsDegradesAndIsNotAskedPerRequest() throws Exception {
        try (CountingServer mail = new CountingServer();
                RunningServer server = RunningServer.start(
                        dataDir,
                        "--ADMIN_PASSWORD=" + RunningServer.PASSWORD,
                        "--ADMIN_TOKEN=" + TOKEN,
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mail.port(),
                        "--spring.mail.username=canary-mail-user",
                        "--spring.mail.password=" + PASSWORD)) {
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> health = server.get("/actuator/health?nocache=" + i, "");
                assertThat(health.statusCode()).isEqualTo(200);
                assertThat(health.body()).isEqualTo("{\"status\":\"DEGRADED\"}");
            }
            JsonNode part = part(server, "mail");

            assertThat(part.at("/details/location").asText()).isEqualTo("127.0.0.1:" + mail.port());
            assertThat(part.toString()).doesNotContain("canary");
            assertThat(mail.connections()).isEqualTo(1);
        }
    }

    private static JsonNode part(RunningServer server, String name) throws JsonProcessingException {
        return Json.parse(server.get("/actuator/health/" + name, bearer(TOKEN)).body());
    }
}
