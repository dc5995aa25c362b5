package org.camundaflows.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Option.Kind;

/** The options of each trigger (specification: flows-and-operations, section 3). */
final class TriggerOptions {

    private static final Option RETURN = option("return", Kind.TEXT);
    private static final Option ASYNC = option("async", Kind.BOOLEAN);
    private static final Option ERROR_ON_REJECT = option("error_on_reject", Kind.BOOLEAN);
    private static final Option COLLECTIONS = option("collections", Kind.CSV);
    private static final Option DURABILITY = option("durability", Kind.TEXT).withChoices("durable", "direct");

    private static final Map<String, List<Option>> BY_TRIGGER = Map.of(
            "event",
            List.of(
                    option("type", Kind.TEXT).asRequired().withChoices("filter", "action"),
                    option("scope", Kind.CSV).asRequired(),
                    COLLECTIONS,
                    RETURN,
                    DURABILITY),
            "webhook",
            List.of(
                    option("method", Kind.TEXT).withChoices("GET", "POST"),
                    ASYNC,
                    RETURN,
                    ERROR_ON_REJECT,
                    option("cacheEnabled", Kind.BOOLEAN),
                    option("cacheQueryParams", Kind.CSV),
                    DURABILITY),
            "schedule",
            List.of(option("cron", Kind.TEXT).asRequired(), DURABILITY),
            "operation",
            List.of(RETURN, DURABILITY),
            "manual",
            List.of(
                    COLLECTIONS.asRequired(),
                    option("location", Kind.TEXT).withChoices("both", "collection", "item", "hidden"),
                    option("requireSelection", Kind.BOOLEAN),
                    ASYNC,
                    ERROR_ON_REJECT,
                    option("requireConfirmation", Kind.BOOLEAN),
                    option("confirmationDescription", Kind.TEXT),
                    option("fields", Kind.LIST),
                    DURABILITY));

    private TriggerOptions() {}

    /** Empty for a text that is no trigger. */
    static Optional<List<Option>> of(String trigger) {
        return Optional.ofNullable(BY_TRIGGER.get(trigger));
    }

    private static Option option(String name, Kind kind) {
        return Option.of(name, name, kind, "");
    }
}
