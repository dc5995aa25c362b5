package org.camundaflows.flow;

import static org.camundaflows.operation.Option.Kind.BOOLEAN;
import static org.camundaflows.operation.Option.Kind.CSV;
import static org.camundaflows.operation.Option.Kind.INTEGER;
import static org.camundaflows.operation.Option.Kind.LIST;
import static org.camundaflows.operation.Option.Kind.LONG_TEXT;
import static org.camundaflows.operation.Option.Kind.TEXT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.operation.Option;
import org.jspecify.annotations.Nullable;

/**
 * The options of each trigger (specification: flows-and-operations, section 3), and two that are ours: {@code
 * durability} and {@code historyTimeToLive}.
 */
public final class TriggerOptions {

    private static final Option RETURN =
            Option.of("return", "Response", TEXT, "$last, $all, or the key of an operation or a path below it.");
    private static final Option ASYNC = Option.of(
                    "async", "Asynchronous", BOOLEAN, "Answer at once, before the flow has run.")
            .withDefault("false");
    private static final Option ERROR_ON_REJECT = Option.of(
                    "error_on_reject", "Error on reject", BOOLEAN, "Answer with an error when the flow ends rejected.")
            .withDefault("false");
    private static final Option COLLECTIONS =
            Option.of("collections", "Collections", CSV, "Names of collections, with commas between.");
    private static final Option DURABILITY = Option.of(
                    "durability",
                    "Durability",
                    TEXT,
                    "durable: a run goes on after a crash; direct: it does not. Empty: as usual for the trigger.")
            .withChoices("durable", "direct");
    private static final Option TIME_TO_LIVE = Option.of(
            "historyTimeToLive",
            "History time to live",
            INTEGER,
            "Days that finished runs are kept. Empty: as configured.");

    private static final Map<String, List<Option>> BY_TRIGGER = Map.of(
            "event",
            List.of(
                    Option.of("type", "Type", TEXT, "filter: before the event, may change it; action: after it.")
                            .asRequired()
                            .withChoices("filter", "action"),
                    Option.of("scope", "Scope", CSV, "Names of events, such as items.create, with commas between.")
                            .asRequired(),
                    COLLECTIONS,
                    RETURN,
                    DURABILITY,
                    TIME_TO_LIVE),
            "webhook",
            List.of(
                    Option.of("method", "Method", TEXT, "The method to be called with.")
                            .withDefault("GET")
                            .withChoices("GET", "POST"),
                    ASYNC,
                    RETURN,
                    ERROR_ON_REJECT,
                    Option.of("cacheEnabled", "Cache", BOOLEAN, "Whether answers to GET may be cached.")
                            .withDefault("true"),
                    Option.of("cacheQueryParams", "Cache by", CSV, "Query parameters that make answers differ."),
                    DURABILITY,
                    TIME_TO_LIVE),
            "schedule",
            List.of(
                    Option.of("cron", "Interval", TEXT, "A cron expression of 5 or 6 fields, or a preset as @hourly.")
                            .asRequired(),
                    DURABILITY,
                    TIME_TO_LIVE),
            "operation",
            List.of(RETURN, DURABILITY, TIME_TO_LIVE),
            "manual",
            List.of(
                    COLLECTIONS.asRequired(),
                    Option.of("location", "Location", TEXT, "Where the button is shown.")
                            .withDefault("both")
                            .withChoices("both", "collection", "item", "hidden"),
                    Option.of("requireSelection", "Requires selection", BOOLEAN, "Whether items must be selected.")
                            .withDefault("true"),
                    ASYNC,
                    ERROR_ON_REJECT,
                    Option.of("requireConfirmation", "Requires confirmation", BOOLEAN, "Whether to ask before.")
                            .withDefault("false"),
                    Option.of("confirmationDescription", "Confirmation text", LONG_TEXT, "What to ask."),
                    Option.of("fields", "Fields", LIST, "Inputs of the confirmation, an array of fields."),
                    DURABILITY,
                    TIME_TO_LIVE));

    private TriggerOptions() {}

    /** Empty for null and for a text that is no trigger. */
    public static Optional<List<Option>> of(@Nullable String trigger) {
        return trigger == null ? Optional.empty() : Optional.ofNullable(BY_TRIGGER.get(trigger));
    }
}
