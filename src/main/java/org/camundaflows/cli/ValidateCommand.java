package org.camundaflows.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code validate}: finds what is wrong with flows; nothing of them runs. */
@Command(description = "Find what is wrong with flows. Nothing of them is run.")
final class ValidateCommand extends AnyCommand {

    private final Installation installation;

    @Mixin
    private FlowArguments arguments = new FlowArguments();

    @Option(names = "--strict", description = "Warnings count as problems too.")
    private boolean strict;

    ValidateCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        FlowSet flows = arguments.read();
        IssueReport report;
        try (Toolbox tools = installation.open()) {
            report = new IssueReport(flows, flows.issues(tools.validator()));
        }
        boolean valid = strict ? report.isClean() : !report.hasErrors();
        if (isJson()) {
            ObjectNode answer = JsonNodeFactory.instance
                    .objectNode()
                    .put("valid", valid)
                    .put("flows", flows.flows().size())
                    .put("errors", report.errors())
                    .put("warnings", report.warnings());
            answer.set("issues", report.toJson());
            print(answer);
        } else {
            report.printUnreadable(err());
            report.printIssues(out());
            out().println("Flows: " + flows.flows().size() + ", errors: " + report.errors() + ", warnings: "
                    + report.warnings());
        }
        return valid ? ExitCode.OK : ExitCode.PROBLEM;
    }
}
