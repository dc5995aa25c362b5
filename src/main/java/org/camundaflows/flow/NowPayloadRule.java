package org.camundaflows.flow;

import java.util.Set;
import java.util.regex.Pattern;

/** {@code $NOW} in written records: only filters replace it. */
final class NowPayloadRule implements FlowRule {

    private static final Set<String> TYPES = Set.of("item-create", "item-update");
    private static final Pattern NOW = Pattern.compile("\\$NOW(\\([^)]*\\))?");

    @Override
    public void check(FlowGraph graph, Findings findings) {
        for (Step step : graph.steps()) {
            if (TYPES.contains(step.operation().type())) {
                Texts.visit(step.operation().options().path("payload"), step.option("payload"), (place, text) -> {
                    if (NOW.matcher(text).matches()) {
                        findings.on(step).add(IssueCode.NOW_PAYLOAD, place, "The payload holds the text " + text + ".");
                    }
                });
            }
        }
    }
}
