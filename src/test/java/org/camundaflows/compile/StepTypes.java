package org.camundaflows.compile;

import java.util.List;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Option.Kind;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;

/** Step types with options of all kinds. */
final class StepTypes {

    private StepTypes() {}

    static OperationRegistry registry() {
        return new OperationRegistry(List.of(
                new Echo("log", Option.of("message", "Message", Kind.TEXT, "")),
                new Echo("sleep", Option.of("milliseconds", "Milliseconds", Kind.INTEGER, "")),
                new Echo("transform", Option.of("json", "JSON", Kind.JSON, "")),
                new Echo(
                        "mail",
                        Option.of("to", "To", Kind.CSV, "").asRequired(),
                        Option.of("subject", "Subject", Kind.TEXT, "").withAlias("title"),
                        Option.of("body", "Body", Kind.LONG_TEXT, ""),
                        Option.of("code", "Code", Kind.CODE, ""),
                        Option.of("headers", "Headers", Kind.LIST, ""),
                        Option.of("html", "HTML", Kind.BOOLEAN, "").withDefault("true"))));
    }

    /** Resolves with its options. */
    private record Echo(OperationType type) implements Operation {

        Echo(String id, Option... options) {
            this(new OperationType(id, id, "bolt", "Resolves with its options.", false, List.of(options)));
        }

        @Override
        public Result run(Options options, OperationContext context) {
            return Result.resolved(options.values());
        }
    }
}
