package org.camundaflows.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.camundaflows.security.Accounts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server is there, and what it is. */
@RestController
public final class ServerController {

    private final Accounts accounts;
    private final String projectName;

    public ServerController(Accounts accounts, String projectName) {
        this.accounts = accounts;
        this.projectName = projectName;
    }

    @GetMapping("/server/ping")
    public ResponseEntity<String> ping() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("pong");
    }

    /** The project for everybody; the version for administrators. */
    @GetMapping("/server/info")
    public ResponseEntity<String> info(HttpServletRequest request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode data = body.putObject("data");
        data.putObject("project").put("project_name", projectName);
        ObjectNode query = QueryString.parse(request.getQueryString());
        if (accounts.accountability(RequestReader.caller(request, query))
                .path("admin")
                .booleanValue()) {
            String version = ServerController.class.getPackage().getImplementationVersion();
            data.put("version", version == null ? "development" : version);
        }
        return JsonAnswer.of(200, body);
    }
}
