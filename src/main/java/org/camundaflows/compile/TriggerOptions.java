package org.camundaflows.compile;

import static org.camundaflows.operation.Option.Kind.BOOLEAN;
import static org.camundaflows.operation.Option.Kind.CSV;
import static org.camundaflows.operation.Option.Kind.JSON;
import static org.camundaflows.operation.Option.Kind.TEXT;

import java.util.List;
import java.util.Map;
import org.camundaflows.operation.Option;
import org.jspecify.annotations.Nullable;

/** The options of each trigger (specification: flows-and-operations, section 3). */
public final class TriggerOptions {

    private static final Option RETURN =
            Option.of("return", "Return", TEXT, "$last, $all, or a path into the data chain");
    private static final Option ASYNC =
            Option.of("async", "Asynchronous", BOOLEAN, "Answer at once").withDefault("false");
    private static final Option ERROR_ON_REJECT = Option.of(
                    "error_on_reject", "Error on reject", BOOLEAN, "Answer with the error when the last step rejects")
            .withDefault("false");
    private static final Option COLLECTIONS = Option.of("collections", "Collections", CSV, "");

    private static final Map<String, List<Option>> BY_TRIGGER = Map.of(
            "webhook",
            List.of(
                    Option.of("method", "Method", TEXT, "").withDefault("GET").withChoices("GET", "POST"),
                    ASYNC,
                    RETURN,
                    ERROR_ON_REJECT,
                    Option.of("cacheEnabled", "Cache", BOOLEAN, "GET only").withDefault("true"),
                    Option.of("cacheQueryParams", "Cache query parameters", CSV, "")),
            "schedule",
            List.of(Option.of("cron", "Cron", TEXT, "5 or 6 fields, or a preset such as @hourly")
                    .asRequired()),
            "operation",
            List.of(RETURN),
            "event",
            List.of(
                    Option.of("type", "Type", TEXT, "").withChoices("filter", "action"),
                    Option.of("scope", "Scope", CSV, "Event names"),
                    COLLECTIONS,
                    RETURN),
            "manual",
            List.of(
                    COLLECTIONS,
                    Option.of("location", "Location", TEXT, "")
                            .withDefault("both")
                            .withChoices("both", "collection", "item", "hidden"),
                    Option.of("requireSelection", "Requires selection", BOOLEAN, "")
                            .withDefault("true"),
                    ASYNC,
                    ERROR_ON_REJECT,
                    Option.of("requireConfirmation", "Requires confirmation", BOOLEAN, "")
                            .withDefault("false"),
                    Option.of("confirmationDescription", "Confirmation text", TEXT, ""),
                    Option.of("fields", "Fields", JSON, "Inputs of the confirmation")));

    private TriggerOptions() {}

    /** The options of a trigger; none for an unknown or null trigger. */
    public static List<Option> of(@Nullable String trigger) {
        return trigger == null ? List.of() : BY_TRIGGER.getOrDefault(trigger, List.of());
    }
}
