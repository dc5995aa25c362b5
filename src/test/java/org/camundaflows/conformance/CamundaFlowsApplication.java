package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camundaflows.app.CamundaFlows;
import org.camundaflows.app.settings.EnvironmentText;
import org.camundaflows.compile.BpmnIds;
import org.camundaflows.engine.FlowEnvironment;
import org.camundaflows.json.Json;
import org.camundaflows.store.WorldLoader;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.query.QueryReader;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.sql.Database;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The real application, started once on a free port on a database of its own. */
final class CamundaFlowsApplication implements Application {

    private static final String ADMIN_TOKEN = "conformance-admin-token";
    private static final String ADMIN_ROLE = "00000000-0000-4000-8000-00000000ad01";
    private static final String ADMIN_POLICY = "00000000-0000-4000-8000-00000000ad02";
    private static final String ADMIN = "00000000-0000-4000-8000-00000000ad03";

    private final ServletWebServerApplicationContext context;
    private final EngineTimers timers;
    private final WorldLoader loader;
    private World world = new World(Json.mapper().createObjectNode());

    private CamundaFlowsApplication(ServletWebServerApplicationContext context) {
        this.context = context;
        this.timers = new EngineTimers(context.getBean(ProcessEngine.class));
        this.loader = new WorldLoader(context.getBean(Database.class), context.getBean(SchemaReader.class));
    }

    /**
     * @param smtpPort port of the mail server on loopback
     * @param database arguments that name it
     */
    static CamundaFlowsApplication start(int smtpPort, List<String> database) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
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
        arguments.addAll(database);
        return new CamundaFlowsApplication((ServletWebServerApplicationContext)
                new SpringApplicationBuilder(CamundaFlows.class).run(arguments.toArray(String[]::new)));
    }

    @Override
    public String baseUrl() {
        return "http://127.0.0.1:" + context.getWebServer().getPort();
    }

    @Override
    public void enter(World entered) {
        world = entered.token("admin").isPresent() ? entered : withAdmin(entered);
        loader.load(world.json());
    }

    private static World withAdmin(World world) {
        ObjectNode json = world.json().deepCopy();
        json.withArray("roles").addObject().put("id", ADMIN_ROLE).put("name", "Administrator");
        json.withArray("policies")
                .addObject()
                .put("id", ADMIN_POLICY)
                .put("name", "Administrator")
                .put("admin_access", true)
                .put("app_access", true);
        json.withArray("access").addObject().put("role", ADMIN_ROLE).put("policy", ADMIN_POLICY);
        json.withArray("users")
                .addObject()
                .put("id", ADMIN)
                .put("email", "admin@example.com")
                .put("role", ADMIN_ROLE)
                .put("token", ADMIN_TOKEN);
        return new World(json);
    }

    @Override
    public String token(String user) {
        return world.token(user).orElseThrow(() -> new IllegalStateException("The world has no user " + user));
    }

    @Override
    public JsonNode items(String collection) {
        CollectionSchema schema = context.getBean(SchemaReader.class)
                .current()
                .collection(collection)
                .orElseThrow();
        ObjectNode query = Json.mapper().createObjectNode().put("limit", -1).put("sort", schema.primaryKey());
        schema.fields().values().stream().filter(field -> !field.isAlias()).forEach(field -> query.withArray("fields")
                .add(field.name()));
        return context.getBean(Items.class).read(collection, QueryReader.sanitised(query), Session.SYSTEM);
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
