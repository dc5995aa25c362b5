package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.operation.Option;

/** The trigger can fire: it is known and its options say when. */
record TriggerRule(CronCheck crons) implements FlowRule {

    private static final Place OPTIONS = Place.ROOT.member("options");

    @Override
    public void check(FlowGraph graph, Findings findings) {
        Flow flow = graph.flow();
        IssueSink sink = findings.onFlow();
        OptionsShape.check(flow.json().path("options"), OPTIONS, sink);
        String trigger = flow.trigger() == null ? "" : flow.trigger();
        TriggerOptions.of(trigger)
                .ifPresentOrElse(options -> checkAll(flow, trigger, options, sink), () -> addUnknown(flow, sink));
    }

    private void checkAll(Flow flow, String trigger, List<Option> options, IssueSink sink) {
        for (Option option : options) {
            JsonNode value = flow.options().path(option.name());
            Place place = OPTIONS.member(option.name());
            if (!OptionValues.isEmpty(value)) {
                OptionValues.check(option, value, place, asTriggerOption(sink));
            } else if (option.required()) {
                addMissing(option.name(), place, sink);
            }
        }
        if (trigger.equals("event")) {
            checkCollections(flow.options(), sink);
        }
        if (trigger.equals("schedule") && flow.options().path("cron").isTextual()) {
            checkCron(flow.options().path("cron").textValue(), sink);
        }
    }

    /** With a choice it does not know, a trigger never fires: that is more than a warning. */
    private static IssueSink asTriggerOption(IssueSink sink) {
        return (code, place, message, expected, mend) -> {
            IssueCode reported = code == IssueCode.OPTION_CHOICE ? IssueCode.TRIGGER_CHOICE : code;
            sink.add(reported, place, message, expected, mend);
        };
    }

    private void checkCron(String cron, IssueSink sink) {
        if (!cron.isEmpty()) {
            crons.problem(cron)
                    .ifPresent(problem -> sink.add(
                            IssueCode.CRON_INVALID,
                            OPTIONS.member("cron"),
                            "The cron expression " + Shown.quoted(cron) + " is invalid: " + problem));
        }
    }

    private static void checkCollections(ObjectNode options, IssueSink sink) {
        JsonNode scope = options.path("scope");
        boolean generic = false;
        for (String event : List.of("items.create", "items.update", "items.delete")) {
            generic |= names(scope, event);
        }
        if (generic && OptionValues.isEmpty(options.path("collections"))) {
            addMissing("collections", OPTIONS.member("collections"), sink);
        }
    }

    private static boolean names(JsonNode scope, String event) {
        if (scope.isTextual()) {
            return List.of(scope.textValue().split(",", -1)).contains(event);
        }
        for (JsonNode entry : scope) {
            if (entry.asText().equals(event)) {
                return true;
            }
        }
        return false;
    }

    private static void addMissing(String option, Place place, IssueSink sink) {
        sink.add(
                IssueCode.OPTION_MISSING,
                place,
                "\"" + option + "\" is missing or empty.",
                IssueCode.OPTION_MISSING.expected(),
                "Add the option; as it is, the flow cannot be triggered.");
    }

    private static void addUnknown(Flow flow, IssueSink sink) {
        JsonNode trigger = flow.json().path("trigger");
        sink.add(
                IssueCode.TRIGGER_UNKNOWN,
                Place.ROOT.member("trigger"),
                "The trigger is " + Shown.value(trigger) + ".");
    }
}
