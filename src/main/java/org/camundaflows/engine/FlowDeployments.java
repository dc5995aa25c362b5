package org.camundaflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camundaflows.compile.BpmnIds;
import org.camundaflows.compile.CompiledFlow;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowIssue;
import org.camundaflows.flow.FlowValidator;
import org.jspecify.annotations.Nullable;

/** Deploys flows: each on its own, so that a bad one never stops another. */
public final class FlowDeployments {

    private static final CronCheck CRON = CronCheck.parsing(CronSchedule::parse);

    /** Source of our deployments in the engine. */
    static final String SOURCE = "camunda-flows";

    /**
     * What became of one flow.
     *
     * @param definitionId id of its process definition, or null when it was refused
     * @param changed whether a new version was deployed; an unchanged flow keeps its version
     * @param issues everything validation found; refused flows have at least one that is blocking
     */
    public record Deployed(
            Flow flow, @Nullable String definitionId, int version, boolean changed, List<FlowIssue> issues) {

        public boolean isRefused() {
            return definitionId == null;
        }
    }

    private final RepositoryService repository;
    private final DeployedFlows flows;
    private final FlowCompiler compiler;
    private final FlowValidator validator;

    FlowDeployments(RepositoryService repository, DeployedFlows flows, FlowCompiler compiler, FlowValidator validator) {
        this.repository = repository;
        this.flows = flows;
        this.compiler = compiler;
        this.validator = validator;
    }

    /** Deploys the flows, in their order. A change is visible to the next trigger on this node. */
    public List<Deployed> deploy(List<Flow> toDeploy) {
        List<Deployed> results = new ArrayList<>(toDeploy.size());
        for (Flow flow : toDeploy) {
            results.add(deploy(flow));
        }
        return results;
    }

    private Deployed deploy(Flow flow) {
        List<FlowIssue> issues = validator.validate(flow);
        if (issues.stream().anyMatch(FlowIssue::blocking)) {
            FlowLog.INSTANCE.warn("Flow \"" + flow.name() + "\" (" + flow.id() + ") was not deployed: "
                    + issues.stream()
                            .filter(FlowIssue::blocking)
                            .findFirst()
                            .map(FlowIssue::text)
                            .orElseThrow());
            return new Deployed(flow, null, 0, false, issues);
        }
        Optional<ProcessDefinition> latest = flows.latest(BpmnIds.process(flow.id()));
        if (latest.isPresent() && compiler.versionTag(flow).equals(latest.get().getVersionTag())) {
            flows.changed(); // another node may have deployed it
            return new Deployed(flow, latest.get().getId(), latest.get().getVersion(), false, issues);
        }
        try {
            ProcessDefinition definition = deploy(compiler.compile(flow));
            flows.changed();
            warnOfSchedule(flow);
            return new Deployed(flow, definition.getId(), definition.getVersion(), true, issues);
        } catch (ProcessEngineException e) {
            return refused(flow, issues, e);
        }
    }

    /** Validation should have told; the flows that follow are not to suffer from it. */
    private static Deployed refused(Flow flow, List<FlowIssue> issues, ProcessEngineException failure) {
        FlowIssue issue = new FlowIssue(
                "engine-refused",
                FlowIssue.Severity.ERROR,
                true,
                flow.id(),
                flow.name(),
                null,
                null,
                "$",
                "The engine does not take the flow: " + failure.getMessage(),
                "a flow that can be deployed",
                "Correct what the message names; if it does not help, tell the project.");
        FlowLog.INSTANCE.warn("Flow \"" + flow.name() + "\" (" + flow.id() + ") was not deployed: " + issue);
        return new Deployed(
                flow,
                null,
                0,
                false,
                Stream.concat(issues.stream(), Stream.of(issue)).toList());
    }

    private static void warnOfSchedule(Flow flow) {
        String cron = flow.options().path("cron").asText();
        if (flow.isActive()
                && "schedule".equals(flow.trigger())
                && CRON.problem(cron).isPresent()) {
            FlowLog.INSTANCE.warn("Couldn't register cron trigger. Provided cron is invalid: " + cron);
        }
    }

    private ProcessDefinition deploy(CompiledFlow compiled) {
        return repository
                .createDeployment()
                .name(compiled.key())
                .source(SOURCE)
                .addString(compiled.fileName(), compiled.bpmn())
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0);
    }
}
