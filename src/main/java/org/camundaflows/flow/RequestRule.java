package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;

/** The two options of {@code request} that are often written in a form of their own. */
final class RequestRule implements FlowRule {

    private static final String TYPE = "request";

    @Override
    public void check(FlowGraph graph, Findings findings) {
        for (Step step : graph.steps()) {
            if (step.operation().type().equals(TYPE)) {
                check(step, findings.on(step));
            }
        }
    }

    /** Whether this rule alone judges the value: a body may be JSON or text, also text that holds JSON. */
    static boolean covers(Step step, String option, JsonNode value) {
        return step.operation().type().equals(TYPE)
                && (option.equals("body") || (option.equals("headers") && value.isObject()));
    }

    private static void check(Step step, IssueSink sink) {
        JsonNode options = step.operation().options();
        if (options.path("headers").isObject()) {
            sink.add(IssueCode.HEADERS_OBJECT, step.option("headers"), "The headers are an object.");
        }
        if (options.path("body").isContainerNode()) {
            sink.add(
                    IssueCode.BODY_OBJECT,
                    step.option("body"),
                    "The body is " + Shown.value(options.path("body")) + ".");
        }
    }
}
