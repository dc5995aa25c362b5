package org.camundaflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.Deployment;
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

    /** Source of those whose flows are rows of {@code directus_flows}. */
    private static final String STORED = "directus_flows";

    /**
     * What became of one flow.
     *
     * @param definitionId id of its process definition, or null when it was refused or is not run here
     * @param changed whether a new version was deployed; an unchanged flow keeps its version
     * @param issues everything validation found; refused flows have at least one that is blocking
     */
    public record Deployed(
            Flow flow, @Nullable String definitionId, int version, boolean changed, List<FlowIssue> issues) {

        /** @param issues at least one is blocking */
        public static Deployed refused(Flow flow, List<FlowIssue> issues) {
            return new Deployed(flow, null, 0, false, issues);
        }

        public boolean isRefused() {
            return issues.stream().anyMatch(FlowIssue::blocking);
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
            results.add(deploy(flow, SOURCE));
        }
        return results;
    }

    /**
     * As {@link #deploy}, for flows that are stored elsewhere: {@link #stored} tells them later. One that cannot be deployed
     * is withdrawn.
     */
    public List<Deployed> deployStored(List<Flow> toDeploy) {
        List<Deployed> results = new ArrayList<>(toDeploy.size());
        for (Flow flow : toDeploy) {
            Deployed deployed = deploy(flow, STORED);
            results.add(deployed);
            if (deployed.isRefused()) {
                withdraw(flow.id());
            }
        }
        return results;
    }

    /** Ids of the flows that {@link #deployStored} has deployed and that can be started. */
    public Set<String> stored() {
        Set<String> deployments = repository.createDeploymentQuery().deploymentSource(STORED).list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
        return repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .filter(definition -> deployments.contains(definition.getDeploymentId()))
                .map(definition -> BpmnIds.flowId(definition.getKey()))
                .collect(Collectors.toSet());
    }

    /** No run of the flow starts any more, until it is deployed again; those that have started go on. */
    public void withdraw(String flowId) {
        flows.latest(BpmnIds.process(flowId))
                .filter(latest -> !latest.isSuspended())
                .ifPresent(latest -> {
                    repository
                            .updateProcessDefinitionSuspensionState()
                            .byProcessDefinitionKey(latest.getKey())
                            .suspend();
                    flows.changed();
                });
    }

    /** Whether this thread performs the step of a run, whose transaction a deployment would become part of. */
    public boolean isWithinStep() {
        return Context.getCommandContext() != null;
    }

    /** What is wrong with a flow that would be refused; empty for one that would be deployed. */
    public Optional<Deployed> check(Flow flow) {
        return refusal(flow, validator.validate(flow));
    }

    private static Optional<Deployed> refusal(Flow flow, List<FlowIssue> issues) {
        Optional<FlowIssue> blocking =
                issues.stream().filter(FlowIssue::blocking).findFirst();
        blocking.ifPresent(issue -> FlowLog.INSTANCE.warn(
                "Flow \"" + flow.name() + "\" (" + flow.id() + ") was not deployed: " + issue.text()));
        return blocking.map(issue -> Deployed.refused(flow, issues));
    }

    private Deployed deploy(Flow flow, String source) {
        List<FlowIssue> issues = validator.validate(flow);
        Optional<Deployed> refused = refusal(flow, issues);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<ProcessDefinition> latest = flows.latest(BpmnIds.process(flow.id()));
        if (latest.isPresent() && compiler.versionTag(flow).equals(latest.get().getVersionTag())) {
            resume(latest.get());
            flows.changed(); // another node may have deployed it
            return new Deployed(flow, latest.get().getId(), latest.get().getVersion(), false, issues);
        }
        try {
            ProcessDefinition definition = deploy(compiler.compile(flow), source);
            flows.changed();
            warnOfSchedule(flow);
            return new Deployed(flow, definition.getId(), definition.getVersion(), true, issues);
        } catch (ProcessEngineException e) {
            return refused(flow, issues, e);
        }
    }

    private void resume(ProcessDefinition withdrawn) {
        if (withdrawn.isSuspended()) {
            repository
                    .updateProcessDefinitionSuspensionState()
                    .byProcessDefinitionId(withdrawn.getId())
                    .activate();
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
        return Deployed.refused(
                flow, Stream.concat(issues.stream(), Stream.of(issue)).toList());
    }

    private static void warnOfSchedule(Flow flow) {
        String cron = flow.options().path("cron").asText();
        if (flow.isActive()
                && "schedule".equals(flow.trigger())
                && CRON.problem(cron).isPresent()) {
            FlowLog.INSTANCE.warn("Couldn't register cron trigger. Provided cron is invalid: " + cron);
        }
    }

    private ProcessDefinition deploy(CompiledFlow compiled, String source) {
        return repository
                .createDeployment()
                .name(compiled.key())
                .source(source)
                .addString(compiled.fileName(), compiled.bpmn())
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0);
    }
}
