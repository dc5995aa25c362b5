package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accounts;
import org.camundaflows.trigger.HttpTriggers;
import org.camundaflows.trigger.Refusal;
import org.camundaflows.trigger.TriggerAnswer;
import org.camundaflows.trigger.TriggerRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET} and {@code POST /flows/trigger/{id}} (specification: triggers, section 3). */
@RestController
public final class FlowTriggerController {

    private static final String FLOWS = "/flows";
    private static final String TRIGGER = "/trigger/";

    private final HttpTriggers triggers;
    private final Accounts accounts;
    private final RequestReader reader;

    /** @param bodyLimit largest body that is read */
    public FlowTriggerController(HttpTriggers triggers, Accounts accounts, DataSize bodyLimit) {
        this.triggers = triggers;
        this.accounts = accounts;
        this.reader = new RequestReader(bodyLimit.toBytes());
    }

    @RequestMapping(FLOWS + TRIGGER + "**")
    public ResponseEntity<String> fire(HttpServletRequest request) throws IOException {
        JsonNode accountability = MissingNode.getInstance();
        try {
            JsonNode body = reader.body(request);
            ObjectNode query = QueryString.parse(request.getQueryString());
            accountability = accounts.accountability(RequestReader.caller(request, query));
            QueryCheck.check(query);
            return answer(triggers.fire(flowId(request), trigger(request, query, body), accountability));
        } catch (AccessException e) {
            return JsonAnswer.of(e.error().status(), e.error().envelope());
        } catch (Refusal refusal) {
            return JsonAnswer.of(ErrorAnswer.of(
                    refusal.thrown(), accountability.path("admin").asBoolean()));
        }
    }

    private static String flowId(HttpServletRequest request) {
        String path = request.getRequestURI();
        String id = path.substring(FLOWS.length() + TRIGGER.length());
        String bare = id.endsWith("/") ? id.substring(0, id.length() - 1) : id;
        boolean routed = "GET".equals(request.getMethod()) || "POST".equals(request.getMethod());
        if (!routed || !HttpTriggers.isFlowId(bare)) {
            throw Refusal.routeNotFound(path);
        }
        return bare;
    }

    private static TriggerRequest trigger(HttpServletRequest request, ObjectNode query, JsonNode body) {
        String path = request.getRequestURI().substring(FLOWS.length());
        boolean hasBody = "POST".equals(request.getMethod());
        return new TriggerRequest(
                path,
                query,
                hasBody ? body : JsonNodeFactory.instance.objectNode(),
                request.getMethod(),
                RequestReader.headers(request));
    }

    private static ResponseEntity<String> answer(TriggerAnswer answer) {
        if (answer instanceof TriggerAnswer.Value value) {
            return JsonAnswer.of(200, value.value());
        }
        if (answer instanceof TriggerAnswer.StillRunning running) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject("data").put("run", running.runId());
            return JsonAnswer.of(202, body);
        }
        return JsonAnswer.empty();
    }
}
