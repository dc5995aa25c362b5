package org.camundaflows.flow;

import java.util.Set;
import java.util.stream.Collectors;

/** Filters nest objects; a name with dots is one plain name. */
final class FilterKeyRule implements FlowRule {

    @Override
    public void check(FlowGraph graph, Findings findings) {
        Set<String> keys = graph.steps().stream().map(Step::key).collect(Collectors.toSet());
        for (Step step : graph.steps()) {
            for (StepFilter filter : StepFilter.of(step)) {
                filter.visitAllFields((place, name) -> {
                    boolean function = name.indexOf('(') >= 0;
                    boolean ownName = filter.onChain() && keys.contains(name);
                    if (name.indexOf('.') >= 0 && !function && !ownName) {
                        findings.on(step)
                                .add(
                                        IssueCode.FILTER_DOTTED_KEY,
                                        place,
                                        "The filter names " + Shown.quoted(name) + ".");
                    }
                });
            }
        }
    }
}
