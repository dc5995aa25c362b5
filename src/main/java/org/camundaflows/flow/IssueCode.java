package org.camundaflows.flow;

import java.util.Locale;
import org.camundaflows.flow.FlowIssue.Severity;

/** Every problem that reading and validation know, with what each expects and how it is mended. */
public enum IssueCode {
    // what makes a flow undeployable
    FLOW_ID_MISSING(Rank.BLOCKING, "a flow with an id", "Give the flow an \"id\", best a UUID."),
    FLOW_ID_DUPLICATE(Rank.BLOCKING, "one flow for each id", "Give one of the flows another id, or leave it out."),
    OPERATION_ID_MISSING(
            Rank.BLOCKING, "an operation with an id", "Give the operation an \"id\", best a UUID, and link to that."),
    OPERATION_ID_DUPLICATE(
            Rank.BLOCKING, "one operation for each id", "Give one of them another id, and correct the links to it."),
    LINK_TYPE(Rank.BLOCKING, "the id of an operation, or null", "Write the id itself as text."),
    LINK_MISSING(
            Rank.BLOCKING,
            "the id of an operation of this flow, or null",
            "Add the operation, correct the id, or set the link to null."),
    LINK_KEY(Rank.BLOCKING, "the id of an operation; keys serve in templates only", "Link to the operation's id."),
    LINK_FOREIGN(
            Rank.BLOCKING,
            "the id of an operation of this flow, or null",
            "Link to an operation of this flow, or call the other flow with a \"trigger\" operation."),
    LINK_CYCLE(
            Rank.BLOCKING,
            "links that never lead back",
            "Remove one of the links; to repeat steps, call a flow with a \"trigger\" operation over a list."),

    // what rejects or ends a run, or keeps a trigger from firing
    FLOW_NAME_MISSING(Rank.ERROR, "a flow with a name", "Give the flow a \"name\"."),
    ENTRY_MISSING(
            Rank.ERROR,
            "the id of one of the flow's own operations",
            "Set the flow's \"operation\" to the id of its first operation; as it is, no step runs."),
    ENTRY_KEY(Rank.ERROR, "the id of one of the flow's own operations", "Set the flow's \"operation\" to the id."),
    KEY_MISSING(Rank.ERROR, "a key as text", "Give the operation a \"key\": its result is kept under that name."),
    TYPE_MISSING(Rank.ERROR, "a type as text", "Give the operation a \"type\", for example \"log\"."),
    OPTIONS_TYPE(Rank.ERROR, "an object, or null", "Write the options as an object; as it is, none of them counts."),
    OPTION_MISSING(Rank.ERROR, "a value for this option", "Add the option."),
    OPTION_TYPE(Rank.ERROR, "a value of the option's kind", "Write the option as expected."),
    TRIGGER_CHOICE(Rank.ERROR, "one of the option's values", "Use one of the expected values."),
    TEMPLATE_MALFORMED(
            Rank.ERROR,
            "{{ path }} with a path such as $trigger.body.items[0].id",
            "Correct the template; as it is, the step rejects. Keep a literal \"{{\" out of options and scripts."),
    FILTER_INVALID(Rank.ERROR, "a filter such as {\"field\": {\"_eq\": 1}}", "Correct the filter."),
    CRON_INVALID(
            Rank.ERROR,
            "five or six cron fields, or a preset such as @daily",
            "Correct the cron expression; as it is, the flow never runs."),
    RETURN_MALFORMED(
            Rank.ERROR,
            "$last, $all, or a path such as key.items[0].id",
            "Correct \"return\"; as it is, every caller gets an error."),
    POSITION_TYPE(Rank.ERROR, "a whole number", "Write the position as a number, for example 19."),
    OPERATION_ORPHAN(
            Rank.ERROR,
            "the id of one of the flows read",
            "Add the flow, or correct the operation's \"flow\"; as it is, the operation is left out."),
    OPERATION_UNLISTED(Rank.ERROR, "an operation for each id listed", "Export the operations again, or remove the id."),

    // the common mistakes
    TRIGGER_UNKNOWN(
            Rank.WARNING,
            "event, webhook, schedule, operation or manual",
            "Set the flow's \"trigger\"; as it is, nothing starts the flow."),
    STATUS_UNKNOWN(Rank.WARNING, "active or inactive", "Correct \"status\"; any text but \"active\" keeps it off."),
    ACCOUNTABILITY_UNKNOWN(
            Rank.WARNING, "all, activity or null", "Correct \"accountability\"; other texts count as \"activity\"."),
    ENTRY_NONE(
            Rank.WARNING,
            "the id of the first operation",
            "Set the flow's \"operation\" to the id of its first operation; as it is, no step runs."),
    OPERATION_FLOW(
            Rank.WARNING, "the id of the flow that holds it", "Correct the operation's \"flow\", or leave it out."),
    TARGET_SHARED(
            Rank.WARNING,
            "one success and one failure predecessor for each operation",
            "It runs here, but Directus itself cannot store it: repeat the operation on each path."),
    UNREACHABLE(Rank.WARNING, "an operation some path leads to", "Link to it, or remove it; as it is, it never runs."),
    TYPE_UNKNOWN(
            Rank.WARNING,
            "the type of an installed operation",
            "Install the operation or correct the type; as it is, the run ends here."),
    KEY_DUPLICATE(
            Rank.WARNING, "a key of its own", "Choose another key; as it is, the later result replaces the earlier."),
    KEY_RESERVED(
            Rank.WARNING,
            "a key other than $trigger, $last, $accountability, $env and $all",
            "Choose another key; as it is, the result hides the chain's own entry."),
    KEY_AWKWARD(
            Rank.WARNING,
            "a key of letters, digits, _ and -",
            "Choose a plain key; templates reach this one only as {{ [\"the key\"] }}, or not at all."),
    OPTION_CHOICE(Rank.WARNING, "one of the option's values", "Use one of the expected values."),
    OPTION_UNKNOWN(Rank.WARNING, "an option of this type", "Correct the option's name."),
    JSON_AS_TEXT(
            Rank.WARNING,
            "the JSON itself, not a text that holds it",
            "Write it as an object or array: values filled into a text may break its JSON."),
    HEADERS_OBJECT(
            Rank.WARNING,
            "an array such as [{\"header\": \"Accept\", \"value\": \"text/plain\"}]",
            "Write one entry with \"header\" and \"value\" for each header; as it is, the step rejects."),
    BODY_OBJECT(Rank.WARNING, "the body as text", "It works here; older Directus versions want the JSON as text."),
    FILTER_DOTTED_KEY(
            Rank.WARNING,
            "nested objects such as {\"a\": {\"b\": {\"_eq\": 1}}}",
            "Nest one object for each name; a key with dots is one plain name."),
    LAST_USED(
            Rank.WARNING,
            "the key of the operation that made the value",
            "Name that operation's key in place of $last, which changes when steps are put in another order."),
    NOW_TEMPLATE(
            Rank.WARNING,
            "a path into the data chain",
            "$NOW works as a filter's operand only; make the time in an \"exec\" step: new Date().toISOString()."),
    NOW_PAYLOAD(
            Rank.WARNING,
            "a value; $NOW works as a filter's operand only",
            "Make the time in an \"exec\" step, new Date().toISOString(), and name that step's key here."),
    NAME_UNKNOWN(
            Rank.WARNING,
            "$trigger, $accountability, $env, or the key of a step that runs before",
            "Correct the name, or move the step; as it is, the value is undefined."),
    REJECT_MISSING(
            Rank.WARNING,
            "a link to the operation that handles the failure",
            "Link \"reject\" to an operation; as it is, a failure ends the run."),
    POSITION_MISSING(
            Rank.WARNING, "position_x and position_y", "Set both, starting at (19, 1), 18 apart, or lay the flow out."),
    POSITION_ORIGIN(Rank.WARNING, "a position other than (0, 0)", "Start at (19, 1), 18 apart, or lay the flow out."),
    POSITION_OVERLAP(Rank.WARNING, "at least 14 units between operations", "Move one of them, or lay the flow out.");

    private enum Rank {
        BLOCKING,
        ERROR,
        WARNING
    }

    private final Rank rank;
    private final String expected;
    private final String mend;

    IssueCode(Rank rank, String expected, String mend) {
        this.rank = rank;
        this.expected = expected;
        this.mend = mend;
    }

    /** The stable name, for example {@code link-cycle}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return rank == Rank.WARNING ? Severity.WARNING : Severity.ERROR;
    }

    public boolean blocking() {
        return rank == Rank.BLOCKING;
    }

    /** What is expected, unless the place at hand allows to say it more exactly. */
    public String expected() {
        return expected;
    }

    public String mend() {
        return mend;
    }
}
