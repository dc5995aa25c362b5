package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camundaflows.app.CamundaFlows;
import org.camundaflows.app.settings.EnvironmentText;
import org.camundaflows.compile.BpmnIds;
import org.camundaflows.engine.FlowEnvironment;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The real application, started once on a free port with its database in memory. */
final class CamundaFlowsApplication implements Application {

    private static final String ADMIN_TOKEN = "conformance-admin-token";

    private final ServletWebServerApplicationContext context;
    private final EngineTimers timers;

    private CamundaFlowsApplication(ServletWebServerApplicationContext context) {
        this.context = context;
        this.timers = new EngineTimers(context.getBean(ProcessEngine.class));
    }

    /** @param smtpPort port of the mail server on loopback */
    static CamundaFlowsApplication start(int smtpPort) {
        return new CamundaFlowsApplication(
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(CamundaFlows.class)
                        .run(
                                "--server.port=0",
                                "--spring.datasource.url=jdbc:h2:mem:conformance;DB_CLOSE_DELAY=-1",
                                "--EMAIL_SMTP_HOST=127.0.0.1",
                                "--EMAIL_SMTP_PORT=" + smtpPort,
                                "--EMAIL_FROM=no-reply@example.com",
                                "--IMPORT_IP_DENY_LIST=",
                                "--FLOWS_RUN_SCRIPT_TIMEOUT=2000",
                                "--ADMIN_PASSWORD=conformance-admin-password",
                                "--ADMIN_TOKEN=" + ADMIN_TOKEN,
                                "--flows.mail.project-name=Directus",
                                "--flows.schedule.zone=UTC",
                                "--logging.level.root=warn",
                                "--logging.level.org.camundaflows=info"));
    }

    @Override
    public String baseUrl() {
        return "http://127.0.0.1:" + context.getWebServer().getPort();
    }

    @Override
    public String adminToken() {
        return ADMIN_TOKEN;
    }

    @Override
    public void setEnvironment(Map<String, String> values) {
        Map<String, JsonNode> typed = new LinkedHashMap<>();
        values.forEach((name, text) -> typed.put(name, EnvironmentText.value(name, text)));
        context.getBean(FlowEnvironment.class).set(typed);
    }

    @Override
    public void holdTimersDuring(Runnable deployment) {
        timers.holdDuring(deployment);
    }

    @Override
    public void fireTimer(String flowId) {
        timers.fire(BpmnIds.process(flowId));
    }

    @Override
    public void close() {
        context.close();
    }
}
