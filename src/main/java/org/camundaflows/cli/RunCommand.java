package org.camundaflows.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camundaflows.engine.EmbeddedEngine;
import org.camundaflows.engine.FlowDeployments.Deployed;
import org.camundaflows.engine.Outcome;
import org.camundaflows.flow.Flow;
import org.camundaflows.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: runs one flow on an engine in memory. Requests and mails are sent for real. */
@Command(
        description = {
            "Run a flow on an engine in memory and show its steps and data.",
            "Requests and mails are real. Flows that it calls must be among the files."
        },
        footer = {"", "Example: run flow.json --trigger '{\"body\": {\"qty\": 2}}'"})
final class RunCommand extends AnyCommand {

    private final Installation installation;

    @Mixin
    private FlowArguments arguments = new FlowArguments();

    @Option(
            names = "--flow",
            paramLabel = "ID",
            description = "Which flow; may be left out when there is one, or one that is not only called by others.")
    private @Nullable String flowId;

    @Option(
            names = "--trigger",
            paramLabel = "JSON",
            description =
                    "What the flow sees as $$trigger, or @FILE with it. A webhook has body, query, headers, method"
                            + " and path. Default: null.")
    private String trigger = "null";

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "A variable that flows see in $$env; may be repeated.")
    private Map<String, String> environment = Map.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for a run that sleeps. Default: 600.")
    private int timeout = 600;

    RunCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        FlowSet flows = arguments.read();
        JsonNode data = triggerData();
        if (!flows.unreadable().isEmpty()) {
            throw CommandFailure.problem(flows.unreadable().stream()
                    .map(FlowSet.Unreadable::message)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        Flow flow = chosen(flows.flows());
        RunView view = isJson() ? new JsonRunView(out()) : new TextRunView(out());
        Outcome outcome;
        try (Toolbox tools = installation.open();
                EmbeddedEngine engine = EmbeddedEngine.start(
                        tools.enginePlugin(environment, view), tools.compiler(), tools.validator())) {
            new IssueReport(flows, flows.issues(tools.validator())).printErrors(err());
            deploy(engine, flows.flows(), flow);
            view.begin(flow);
            outcome = engine.flows()
                    .runs()
                    .run(
                            engine.flows().runs().find(flow.id()).orElseThrow(),
                            data,
                            NullNode.getInstance(),
                            Duration.ofSeconds(timeout));
            view.end(outcome);
        }
        return outcome.status() == Outcome.Status.RESOLVED ? ExitCode.OK : ExitCode.PROBLEM;
    }

    private JsonNode triggerData() {
        try {
            return Json.parse(trigger.startsWith("@") ? Files.readString(Path.of(trigger.substring(1))) : trigger);
        } catch (JsonProcessingException e) {
            throw CommandFailure.usage("--trigger is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw CommandFailure.usage("--trigger names a file that cannot be read: " + trigger.substring(1));
        }
    }

    private Flow chosen(List<Flow> flows) {
        List<Flow> candidates = flows.stream()
                .filter(flow -> flowId == null || flow.id().equals(flowId))
                .toList();
        if (candidates.size() > 1) {
            candidates = candidates.stream()
                    .filter(flow -> !"operation".equals(flow.trigger()))
                    .toList();
        }
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        String known = flows.stream()
                .map(flow -> System.lineSeparator() + "  " + flow.id() + "  " + flow.name())
                .collect(Collectors.joining());
        throw CommandFailure.usage(
                (flowId == null ? "Choose a flow with --flow ID:" : "There is no flow " + flowId + " among:") + known);
    }

    private static void deploy(EmbeddedEngine engine, List<Flow> all, Flow flow) {
        for (Deployed deployed : engine.flows().deployments().deploy(all)) {
            if (deployed.isRefused() && deployed.flow().id().equals(flow.id())) {
                throw CommandFailure.problem("The flow cannot run.");
            }
        }
    }
}
