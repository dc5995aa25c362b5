package org.camundaflows.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camundaflows.operation.OperationRegistry;

/**
 * Finds all problems of flows at once. Nothing of a flow is run, and no JSON makes validation throw.
 *
 * <p>Whether a flow can be deployed is told by {@link FlowIssue#blocking()} alone: other errors reject a step, or keep a
 * trigger from firing, and only then.
 */
public final class FlowValidator {

    private final List<FlowRule> rules;

    /**
     * @param registry the types that can run here
     * @param options looks into option values, filters above all
     * @param crons judges the expressions of schedules
     */
    public FlowValidator(OperationRegistry registry, OptionCheck options, CronCheck crons) {
        rules = List.of(
                new IdRule(),
                new FlowMemberRule(),
                new TriggerRule(crons),
                new ReturnRule(),
                new EntryRule(),
                new CycleRule(),
                new KeyRule(),
                new TypeRule(registry),
                new OptionRule(registry, options),
                new RequestRule(),
                new TemplateRule(),
                new FilterKeyRule(),
                new ChainNameRule(),
                new NowPayloadRule(),
                new RejectRule(registry),
                new PositionRule());
    }

    /** The problems of one flow, in an order that depends on the flow alone. */
    public List<FlowIssue> validate(Flow flow) {
        return validate(flow, Map.of());
    }

    /** The problems of flows that are to be installed side by side, in the order of the flows. */
    public List<FlowIssue> validate(Collection<Flow> flows) {
        OperationOwners owners = new OperationOwners(flows);
        List<FlowIssue> issues = new ArrayList<>();
        for (Flow flow : flows) {
            issues.addAll(validate(flow, owners.flows()));
            issues.addAll(owners.conflicts(flow));
        }
        return List.copyOf(issues);
    }

    /** What reading found, and what validation finds. */
    public List<FlowIssue> validate(FlowDocument document) {
        List<FlowIssue> issues = new ArrayList<>(document.issues());
        issues.addAll(validate(document.flows()));
        return List.copyOf(issues);
    }

    private List<FlowIssue> validate(Flow flow, Map<String, String> owners) {
        FlowGraph graph = new FlowGraph(flow);
        Findings findings = new Findings(flow);
        rules.forEach(rule -> rule.check(graph, findings));
        new LinkRule(owners).check(graph, findings);
        return List.copyOf(findings.issues());
    }
}
