package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Each operation has a key of its own that templates can name. */
final class KeyRule implements FlowRule {

    private static final Set<String> RESERVED = Set.of("$trigger", "$last", "$accountability", "$env", "$all");
    private static final Pattern PLAIN = Pattern.compile("[^\\s.\\[\\]{}\"'`]+");

    @Override
    public void check(FlowGraph graph, Findings findings) {
        Map<String, Step> first = new HashMap<>();
        for (Step step : graph.steps()) {
            JsonNode key = step.member("key");
            if (key.isTextual()) {
                check(step, first, findings.on(step));
            } else {
                findings.on(step)
                        .add(IssueCode.KEY_MISSING, step.place().member("key"), "The key is " + Shown.value(key) + ".");
            }
        }
    }

    private static void check(Step step, Map<String, Step> first, IssueSink sink) {
        String key = step.key();
        Place place = step.place().member("key");
        Step other = first.putIfAbsent(key, step);
        if (other != null) {
            sink.add(
                    IssueCode.KEY_DUPLICATE,
                    place,
                    "The key " + Shown.quoted(key) + " is already that of " + other.place() + ".");
        }
        if (RESERVED.contains(key)) {
            sink.add(IssueCode.KEY_RESERVED, place, "The key " + Shown.quoted(key) + " is the name of a chain entry.");
        } else if (!PLAIN.matcher(key).matches()) {
            sink.add(
                    IssueCode.KEY_AWKWARD,
                    place,
                    key.isEmpty() ? "The key is empty." : "Templates cannot name " + Shown.quoted(key) + " plainly.");
        }
    }
}
