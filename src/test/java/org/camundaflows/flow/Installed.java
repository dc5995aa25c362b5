package org.camundaflows.flow;

import static org.camundaflows.operation.Option.Kind.BOOLEAN;
import static org.camundaflows.operation.Option.Kind.CODE;
import static org.camundaflows.operation.Option.Kind.CSV;
import static org.camundaflows.operation.Option.Kind.INTEGER;
import static org.camundaflows.operation.Option.Kind.JSON;
import static org.camundaflows.operation.Option.Kind.LIST;
import static org.camundaflows.operation.Option.Kind.LONG_TEXT;
import static org.camundaflows.operation.Option.Kind.TEXT;

import java.util.List;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;

/** Step types as the specification describes them, with handlers that must never be called. */
final class Installed {

    private static final Option COLLECTION = option("collection", TEXT).asRequired();
    private static final Option PERMISSIONS = option("permissions", TEXT).withChoices("$trigger", "$public", "$full");
    private static final Option EMIT = option("emitEvents", BOOLEAN);
    private static final Option KEY = option("key", CSV);
    private static final Option QUERY = option("query", JSON);
    private static final Option PAYLOAD = option("payload", JSON);

    private Installed() {}

    static OperationRegistry registry() {
        return new OperationRegistry(List.of(
                type("condition", option("filter", JSON)),
                type("exec", option("code", CODE).asRequired()),
                type("item-create", COLLECTION, PERMISSIONS, EMIT, PAYLOAD),
                type("item-read", COLLECTION, PERMISSIONS, EMIT, KEY, QUERY),
                type("item-update", COLLECTION, PERMISSIONS, EMIT, KEY, QUERY, PAYLOAD),
                type("item-delete", COLLECTION, PERMISSIONS, EMIT, KEY, QUERY),
                type("json-web-token", option("operation", TEXT).withChoices("sign", "verify", "decode"), PAYLOAD),
                type("log", option("message", LONG_TEXT)),
                type("mail", option("to", CSV), option("subject", TEXT), option("body", LONG_TEXT)),
                type(
                        "notification",
                        option("recipient", CSV).asRequired().withAlias("users"),
                        option("subject", TEXT).asRequired().withAlias("title"),
                        option("message", LONG_TEXT),
                        PERMISSIONS),
                type(
                        "request",
                        option("method", TEXT).withChoices("GET", "POST"),
                        option("url", TEXT).asRequired(),
                        option("headers", LIST),
                        option("body", LONG_TEXT)),
                type("sleep", option("milliseconds", INTEGER)),
                type("throw-error", option("code", TEXT), option("status", INTEGER), option("message", TEXT)),
                type("transform", option("json", JSON).withAlias("payload")),
                type("trigger", option("flow", TEXT).asRequired(), PAYLOAD, option("batchSize", INTEGER))));
    }

    static FlowValidator validator() {
        return validator(OptionCheck.NONE);
    }

    /** A validator for which a cron expression is valid when it has five fields. */
    static FlowValidator validator(OptionCheck check) {
        return new FlowValidator(registry(), check, CronCheck.parsing(cron -> {
            if (cron.split(" ").length != 5) {
                throw new IllegalArgumentException("five fields wanted");
            }
        }));
    }

    private static Option option(String name, Option.Kind kind) {
        return Option.of(name, name, kind, "");
    }

    private static Operation type(String id, Option... options) {
        OperationType type = new OperationType(id, id, "box", "For tests.", true, List.of(options));
        return new Operation() {
            @Override
            public OperationType type() {
                return type;
            }

            @Override
            public Result run(Options values, OperationContext context) {
                throw new AssertionError("nothing of a flow may run");
            }
        };
    }
}
