package org.camundaflows.flow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What options name in the data chain can be there, and keeps its meaning when steps are moved. */
final class ChainNameRule implements FlowRule {

    @Override
    public void check(FlowGraph graph, Findings findings) {
        EarlierKeys earlier = new EarlierKeys(graph);
        for (Step step : graph.steps()) {
            List<ChainName> names = ChainName.of(step);
            IssueSink sink = findings.on(step);
            names.stream().filter(ChainName::isLast).forEach(name -> addLast(name, sink));
            names.stream().filter(ChainName::isNow).forEach(name -> addNow(name, sink));
            if (graph.isReachable(step.index())) {
                checkKnown(step, names, earlier, sink);
            }
        }
    }

    private static void addLast(ChainName name, IssueSink sink) {
        sink.add(
                IssueCode.LAST_USED,
                name.place(),
                switch (name.source()) {
                    case TEMPLATE -> "A template names $last.";
                    case FILTER -> "The filter names $last.";
                    case SCRIPT -> "The script names $last.";
                });
    }

    private static void addNow(ChainName name, IssueSink sink) {
        sink.add(IssueCode.NOW_TEMPLATE, name.place(), "A template names " + Shown.quoted(name.name()) + ".");
    }

    private static void checkKnown(Step step, List<ChainName> names, EarlierKeys earlier, IssueSink sink) {
        List<ChainName> needed = names.stream()
                .filter(name -> !name.isBuiltIn() && !name.isNow())
                .toList();
        if (needed.isEmpty()) {
            return;
        }
        Set<String> unknown =
                earlier.unknown(step, needed.stream().map(ChainName::name).collect(Collectors.toSet()));
        needed.stream()
                .filter(name -> unknown.contains(name.name()))
                .forEach(name -> sink.add(
                        IssueCode.NAME_UNKNOWN, name.place(), message(name.name(), earlier.isKey(name.name()))));
    }

    private static String message(String name, boolean isKey) {
        return isKey
                ? "The operation " + Shown.quoted(name) + " is on no path that leads here."
                : "No operation has the key " + Shown.quoted(name) + ".";
    }
}
