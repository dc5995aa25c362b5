package org.camundaflows.operations.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.time.Duration;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.camundaflows.security.AddressGuard;
import org.camundaflows.security.DenyList;

/** Runs the step as the engine does. */
final class Requests {

    static final AddressGuard OPEN = new AddressGuard(DenyList.parse("", false));

    private Requests() {}

    static RequestLimits within(Duration time) {
        return new RequestLimits(time, RequestLimits.DEFAULT.responseBytes(), 21);
    }

    /** @param options JSON, with single quotes for double ones */
    static Result run(RequestOperation operation, String options) {
        try {
            return operation.run(new Options((ObjectNode) json(options)), null);
        } catch (Rejection e) {
            return Result.rejected(e.value());
        }
    }

    static JsonNode json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static JsonNode resolved(Result result) {
        if (result instanceof Result.Resolved resolved) {
            return resolved.value();
        }
        throw new AssertionError("Not resolved: " + result);
    }

    static JsonNode rejected(Result result) {
        if (result instanceof Result.Rejected rejected) {
            return rejected.value();
        }
        throw new AssertionError("Not rejected: " + result);
    }

    /** The rejected error as callers see it. */
    static String error(Result result) {
        ErrorValue error = (ErrorValue) ((POJONode) rejected(result)).getPojo();
        return Json.write(error.json());
    }
}
