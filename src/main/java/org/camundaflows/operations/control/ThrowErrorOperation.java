package org.camundaflows.operations.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;

/** Rejects with an error of the author's choice; a caller that sees it gets its status, code and message. */
public final class ThrowErrorOperation implements Operation {

    private static final String CODE = "code";
    private static final String STATUS = "status";
    private static final String MESSAGE = "message";
    private static final String DEFAULT_CODE = "INTERNAL_SERVER_ERROR";
    private static final int DEFAULT_STATUS = 500;
    private static final String DEFAULT_MESSAGE = "An unexpected error occurred.";
    private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*+([+-]?\\d{1,9})(?!\\d)");
    private static final OperationType TYPE = new OperationType(
            "throw-error",
            "Throw Error",
            "error",
            "Fails with an error code, an HTTP status and a message.",
            false,
            List.of(
                    Option.of(CODE, "Code", Option.Kind.TEXT, "Written in capitals, for example OUT_OF_STOCK.")
                            .withDefault(DEFAULT_CODE),
                    Option.of(STATUS, "Status", Option.Kind.TEXT, "The HTTP status a caller gets, for example 409.")
                            .withDefault("500"),
                    Option.of(MESSAGE, "Message", Option.Kind.LONG_TEXT, "What the caller is told.")
                            .withDefault(DEFAULT_MESSAGE)));

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        String message = text(options, MESSAGE, DEFAULT_MESSAGE, "message is not a function");
        String code = text(options, CODE, DEFAULT_CODE, "code.toUpperCase is not a function");
        return Result.rejected(
                ErrorValue.known(code.toUpperCase(Locale.ROOT), status(options.raw(STATUS)), message, null));
    }

    private static String text(Options options, String name, String otherwise, String problem) {
        if (options.isNothing(name)) {
            return otherwise;
        }
        JsonNode value = options.raw(name);
        if (!value.isTextual()) {
            throw new Rejection(ErrorValue.plain("TypeError", problem));
        }
        return value.textValue();
    }

    private static int status(JsonNode status) {
        Matcher digits = LEADING_INTEGER.matcher(status.asText());
        return digits.lookingAt() ? Integer.parseInt(digits.group(1)) : DEFAULT_STATUS;
    }
}
