package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.camundaflows.authoring.FlowStore;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.flow.FlowReadException;
import org.camundaflows.flow.FlowReader;
import org.camundaflows.json.Json;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.Accounts;
import org.camundaflows.store.items.Session;
import org.camundaflows.trigger.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /deployments}: stores and deploys the flows of the body, in any form {@link FlowReader} knows. Answers, per flow, its
 * process definition and the issues found; 400 when a flow was refused, the others are deployed all the same.
 */
@RestController
public final class DeploymentController {

    /** Flow files are larger than what triggers take. */
    private static final long MAX_BYTES = 100L * 1024 * 1024;

    private final FlowStore flows;
    private final Accounts accounts;
    private final RequestReader reader = new RequestReader(MAX_BYTES);

    public DeploymentController(FlowStore flows, Accounts accounts) {
        this.flows = flows;
        this.accounts = accounts;
    }

    @PostMapping("/deployments")
    public ResponseEntity<String> deploy(HttpServletRequest request) throws IOException {
        try {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode data = body.putArray("data");
            boolean refused = false;
            for (FlowDeployments.Deployed deployed :
                    flows.save(new FlowReader().read(reader.text(request)).flows(), session(request))) {
                refused |= deployed.isRefused();
                data.add(json(deployed));
            }
            return JsonAnswer.of(refused ? 400 : 200, body);
        } catch (FlowReadException e) {
            return JsonAnswer.of(ErrorAnswer.of(
                    Refusal.invalidPayload(String.valueOf(e.getMessage())).thrown(), true));
        } catch (Refusal refusal) {
            return JsonAnswer.of(ErrorAnswer.of(refusal.thrown(), true));
        }
    }

    private Session session(HttpServletRequest request) {
        ObjectNode query = QueryString.parse(request.getQueryString());
        JsonNode caller = accounts.accountability(RequestReader.caller(request, query));
        return new Session(Accountability.of(caller).orElse(null), true);
    }

    private static ObjectNode json(FlowDeployments.Deployed deployed) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("flow", deployed.flow().id())
                .put("name", deployed.flow().name())
                .put("definition", deployed.definitionId())
                .put("version", deployed.version())
                .put("changed", deployed.changed())
                .put("refused", deployed.isRefused());
        json.set("issues", Json.mapper().valueToTree(deployed.issues()));
        return json;
    }
}
