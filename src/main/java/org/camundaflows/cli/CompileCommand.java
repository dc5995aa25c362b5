package org.camundaflows.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.camundaflows.compile.CompiledFlow;
import org.camundaflows.flow.Flow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compile}: writes flows as BPMN files. */
@Command(description = "Write flows as BPMN files, one for each flow, with diagrams for Camunda Modeler.")
final class CompileCommand extends AnyCommand {

    private final Installation installation;

    @Mixin
    private FlowArguments arguments = new FlowArguments();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Where to write; made when it does not exist.")
    private Path directory = Path.of(".");

    CompileCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        FlowSet flows = arguments.read();
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        IssueReport report;
        try (Toolbox tools = installation.open()) {
            report = new IssueReport(flows, flows.issues(tools.validator()));
            Set<String> blocked = report.blocked();
            Files.createDirectories(directory);
            for (Flow flow : flows.flows()) {
                if (!blocked.contains(flow.id())) {
                    written.add(write(tools.compiler().compile(flow)));
                }
            }
        }
        report.printUnreadable(err());
        report.printIssues(err());
        if (isJson()) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("compiled", written);
            answer.set("issues", report.toJson());
            print(answer);
        } else {
            written.forEach(file -> out().println(file.path("file").asText()));
        }
        boolean complete =
                flows.unreadable().isEmpty() && written.size() == flows.flows().size();
        return complete ? ExitCode.OK : ExitCode.PROBLEM;
    }

    private ObjectNode write(CompiledFlow compiled) throws IOException {
        Path file = directory.resolve(compiled.fileName());
        Files.writeString(file, compiled.bpmn());
        return JsonNodeFactory.instance
                .objectNode()
                .put("flow", compiled.flow().id())
                .put("name", compiled.flow().name())
                .put("key", compiled.key())
                .put("version_tag", compiled.versionTag())
                .put("file", file.toString());
    }
}
