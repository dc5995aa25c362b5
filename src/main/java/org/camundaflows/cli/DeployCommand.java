package org.camundaflows.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import org.camundaflows.flow.FlowWriter;
import org.camundaflows.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy}: hands flows to a running server. */
@Command(
        description =
                "Deploy flows to a running server, which stores them in its database in place of those with the same ids. "
                        + "Each flow for itself: a refused one leaves what was there and does not stop the others.",
        footer = {"", "Example: deploy flows/ --server http://127.0.0.1:8080 --token TOKEN"})
final class DeployCommand extends AnyCommand {

    @Mixin
    private FlowArguments arguments = new FlowArguments();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Address of the server. Default: http://127.0.0.1:8080.")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:ADMIN_TOKEN}",
            description = "API token of the administrator. Default: the environment variable ADMIN_TOKEN.")
    private String token = "";

    @Override
    public Integer call() throws InterruptedException {
        FlowSet flows = arguments.read();
        IssueReport read = new IssueReport(
                flows,
                flows.files().stream()
                        .flatMap(file ->
                                file.document().issues().stream().map(issue -> new FlowSet.Found(file.path(), issue)))
                        .toList());
        read.printUnreadable(err());
        read.printIssues(err());
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        flows.flows().forEach(flow -> body.add(FlowWriter.toJson(flow)));
        if (body.isEmpty()) {
            throw CommandFailure.problem("There is nothing to deploy.");
        }
        JsonNode answer = new Server(server, token).deploy(Json.write(body));
        if (isJson()) {
            print(answer);
        } else {
            answer.path("data").forEach(this::show);
        }
        boolean refused = read.hasErrors();
        for (JsonNode flow : answer.path("data")) {
            refused |= flow.path("refused").asBoolean();
        }
        return refused ? ExitCode.PROBLEM : ExitCode.OK;
    }

    private void show(JsonNode flow) {
        String version = flow.path("version").asText();
        String became = flow.path("refused").asBoolean()
                ? "refused"
                : flow.path("definition").isNull()
                        ? "stored, and not run by this server"
                        : flow.path("changed").asBoolean()
                                ? "deployed as version " + version
                                : "unchanged, version " + version;
        out().println(flow.path("name").asText() + " (" + flow.path("flow").asText() + "): " + became);
        for (JsonNode issue : flow.path("issues")) {
            err().println("  " + issue.path("severity").asText() + " "
                    + issue.path("code").asText() + " at " + issue.path("path").asText() + ": "
                    + issue.path("message").asText() + " " + issue.path("mend").asText());
        }
    }
}
