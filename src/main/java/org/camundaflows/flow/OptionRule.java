package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;

/** The options of each operation are what its type describes. */
record OptionRule(OperationRegistry registry, OptionCheck check) implements FlowRule {

    @Override
    public void check(FlowGraph graph, Findings findings) {
        for (Step step : graph.steps()) {
            registry.find(step.operation().type())
                    .ifPresent(operation -> checkAll(step, operation.type(), findings.on(step)));
        }
    }

    private void checkAll(Step step, OperationType type, IssueSink sink) {
        ObjectNode options = step.operation().options();
        for (Option option : type.options()) {
            String alias = option.alias();
            String name = alias != null && !options.has(option.name()) && options.has(alias) ? alias : option.name();
            JsonNode value = options.path(name);
            Place place = step.option(name);
            if (option.required() && OptionValues.isEmpty(value)) {
                sink.add(
                        IssueCode.OPTION_MISSING,
                        place,
                        "\"" + option.name() + "\" is " + (value.isMissingNode() ? "missing" : "empty") + ".");
            } else if (!OptionValues.isNothing(value) && !RequestRule.covers(step, name, value)) {
                OptionValues.check(FurtherChoices.allowing(value, option), value, place, sink);
                addProblems(type, option, value, place, sink);
            }
        }
        checkNames(step, type, options, sink);
    }

    private void addProblems(OperationType type, Option option, JsonNode value, Place place, IssueSink sink) {
        JsonNode checked =
                option.kind() == Option.Kind.JSON ? OptionValues.parsed(value).orElse(value) : value;
        for (OptionCheck.Problem problem : check.problems(type, option, checked)) {
            sink.add(IssueCode.FILTER_INVALID, place.inside(checked, problem.path()), problem.message());
        }
    }

    private static void checkNames(Step step, OperationType type, ObjectNode options, IssueSink sink) {
        Set<String> known = new HashSet<>();
        for (Option option : type.options()) {
            known.add(option.name());
            if (option.alias() != null) {
                known.add(option.alias());
            }
        }
        List<String> absent = type.options().stream()
                .map(Option::name)
                .filter(name -> !options.has(name))
                .toList();
        options.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                Similar.to(name, absent)
                        .ifPresent(meant -> sink.add(
                                IssueCode.OPTION_UNKNOWN,
                                step.option(name),
                                "\"" + type.id() + "\" has no option " + Shown.quoted(name) + ".",
                                Shown.quoted(meant)));
            }
        });
    }
}
