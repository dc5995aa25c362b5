package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code resolve} and {@code reject} name operations of this flow by id.
 *
 * @param flows the name of the flow that holds an operation, by the operation's id, as far as flows are at hand
 */
record LinkRule(Map<String, String> flows) implements FlowRule {

    private static final List<String> LINKS = List.of("resolve", "reject");

    @Override
    public void check(FlowGraph graph, Findings findings) {
        Map<String, Step> byKey = new HashMap<>();
        graph.steps().forEach(step -> byKey.putIfAbsent(step.key(), step));
        for (String link : LINKS) {
            Map<String, Step> sources = new HashMap<>();
            for (Step step : graph.steps()) {
                checkTarget(step, link, graph, byKey, findings.on(step));
                checkShared(step, link, graph, sources, findings.on(step));
            }
        }
    }

    private void checkTarget(Step step, String link, FlowGraph graph, Map<String, Step> byKey, IssueSink sink) {
        JsonNode target = step.member(link);
        Place place = step.place().member(link);
        if (target.isMissingNode() || target.isNull()) {
            return;
        }
        if (!target.isTextual() && !target.isNumber()) {
            sink.add(IssueCode.LINK_TYPE, place, "\"" + link + "\" is " + Shown.value(target) + ".");
            return;
        }
        String id = target.asText();
        if (graph.find(id).isPresent()) {
            return;
        }
        Step named = id.isEmpty() ? null : byKey.get(id);
        if (named != null) {
            sink.add(
                    IssueCode.LINK_KEY,
                    place,
                    "\"" + link + "\" names the key " + Shown.quoted(id) + ".",
                    IssueCode.LINK_KEY.expected(),
                    "Write the operation's id, "
                            + Shown.quoted(named.operation().id()) + ".");
        } else {
            addUnknown(id, link, place, sink);
        }
    }

    private void addUnknown(String id, String link, Place place, IssueSink sink) {
        String text = "\"" + link + "\" names " + Shown.quoted(id) + ", ";
        Optional.ofNullable(flows.get(id))
                .ifPresentOrElse(
                        flow -> sink.add(
                                IssueCode.LINK_FOREIGN,
                                place,
                                text + "an operation of the flow " + Shown.quoted(flow) + "."),
                        () -> sink.add(IssueCode.LINK_MISSING, place, text + "which is no operation of this flow."));
    }

    private static void checkShared(
            Step step, String link, FlowGraph graph, Map<String, Step> sources, IssueSink sink) {
        Flow.textOf(step.member(link)).flatMap(graph::find).ifPresent(target -> {
            Step other = sources.putIfAbsent(target.operation().id(), step);
            if (other != null) {
                sink.add(
                        IssueCode.TARGET_SHARED,
                        step.place().member(link),
                        "\"" + link + "\" of operation " + other.shown() + " leads to operation " + target.shown()
                                + " too.");
            }
        });
    }
}
