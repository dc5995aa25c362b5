package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operation.OperationType;

/** Each operation has a type that is installed, and options that are an object. */
record TypeRule(OperationRegistry registry) implements FlowRule {

    @Override
    public void check(FlowGraph graph, Findings findings) {
        for (Step step : graph.steps()) {
            checkType(step, findings.on(step));
            OptionsShape.check(step.member("options"), step.place().member("options"), findings.on(step));
        }
    }

    private void checkType(Step step, IssueSink sink) {
        JsonNode type = step.member("type");
        Place place = step.place().member("type");
        if (!type.isTextual() || type.textValue().isBlank()) {
            sink.add(IssueCode.TYPE_MISSING, place, "The type is " + Shown.value(type) + ".");
        } else if (registry.find(type.textValue()).isEmpty()) {
            sink.add(
                    IssueCode.TYPE_UNKNOWN,
                    place,
                    "No operation of type " + Shown.quoted(type.textValue()) + " is installed."
                            + similar(type.textValue()));
        }
    }

    private String similar(String type) {
        return Similar.to(type, registry.types().stream().map(OperationType::id).toList())
                .map(id -> " Did you mean " + Shown.quoted(id) + "?")
                .orElse("");
    }
}
