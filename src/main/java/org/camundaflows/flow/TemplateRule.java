package org.camundaflows.flow;

import com.fasterxml.jackson.databind.node.TextNode;
import org.camundaflows.json.PathException;
import org.camundaflows.template.Template;

/** Every {@code {{ }}} in an operation's options is well formed. */
final class TemplateRule implements FlowRule {

    @Override
    public void check(FlowGraph graph, Findings findings) {
        for (Step step : graph.steps()) {
            IssueSink sink = findings.on(step);
            Texts.visit(step.operation().options(), step.place().member("options"), (place, text) -> {
                for (PathException fault :
                        Template.compile(TextNode.valueOf(text)).faults()) {
                    sink.add(IssueCode.TEMPLATE_MALFORMED, place, fault.getMessage() + ".");
                }
            });
        }
    }
}
