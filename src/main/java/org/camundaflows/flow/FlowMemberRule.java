package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Name, status and accountability of the flow. */
final class FlowMemberRule implements FlowRule {

    private static final Set<String> STATUS = Set.of("active", "inactive");
    private static final Set<String> ACCOUNTABILITY = Set.of("all", "activity");

    @Override
    public void check(FlowGraph graph, Findings findings) {
        JsonNode json = graph.flow().json();
        IssueSink sink = findings.onFlow();
        if (!json.path("name").isTextual()) {
            sink.add(
                    IssueCode.FLOW_NAME_MISSING,
                    Place.ROOT.member("name"),
                    "The name is " + Shown.value(json.path("name")) + ".");
        }
        JsonNode status = json.path("status");
        if (!status.isMissingNode() && !isOneOf(STATUS, status)) {
            sink.add(
                    IssueCode.STATUS_UNKNOWN,
                    Place.ROOT.member("status"),
                    "The status is " + Shown.value(status) + ".");
        }
        JsonNode accountability = json.path("accountability");
        if (!accountability.isMissingNode() && !accountability.isNull() && !isOneOf(ACCOUNTABILITY, accountability)) {
            sink.add(
                    IssueCode.ACCOUNTABILITY_UNKNOWN,
                    Place.ROOT.member("accountability"),
                    "The accountability is " + Shown.value(accountability) + ".");
        }
    }

    private static boolean isOneOf(Set<String> choices, JsonNode value) {
        return value.isTextual() && choices.contains(value.textValue());
    }
}
