package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.camundaflows.json.JsonPath;
import org.camundaflows.json.PathException;

/** {@code return} is a path into the data chain of the finished run. */
final class ReturnRule implements FlowRule {

    private static final Set<String> TRIGGERS = Set.of("event", "webhook", "operation");
    private static final Set<String> BUILT_IN = Set.of("$all", "$trigger", "$last", "$accountability", "$env");
    private static final Place PLACE = Place.ROOT.member("options").member("return");

    @Override
    public void check(FlowGraph graph, Findings findings) {
        JsonNode value = graph.flow().options().path("return");
        String trigger = graph.flow().trigger();
        if (trigger == null
                || !TRIGGERS.contains(trigger)
                || !value.isTextual()
                || value.textValue().isEmpty()) {
            return;
        }
        try {
            checkName(JsonPath.parse(value.textValue()).segments().get(0), graph, findings.onFlow());
        } catch (PathException fault) {
            findings.onFlow().add(IssueCode.RETURN_MALFORMED, PLACE, fault.getMessage() + ".");
        }
    }

    private static void checkName(String name, FlowGraph graph, IssueSink sink) {
        boolean known = BUILT_IN.contains(name)
                || graph.steps().stream().anyMatch(step -> step.key().equals(name));
        if (!known) {
            sink.add(IssueCode.NAME_UNKNOWN, PLACE, "No operation has the key " + Shown.quoted(name) + ".");
        }
    }
}
