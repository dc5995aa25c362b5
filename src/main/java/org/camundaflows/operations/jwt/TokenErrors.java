package org.camundaflows.operations.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Rejection;

/** The errors of the step, named as flows know them. */
final class TokenErrors {

    /** The last moment a date can name, in milliseconds. */
    private static final double LAST_MOMENT = 8.64e15;

    private TokenErrors() {}

    /** A mistake in the step's options. */
    static Rejection misuse(String message) {
        return new Rejection(ErrorValue.plain("Error", message));
    }

    static Rejection badAlgorithm(String name) {
        return new Rejection(ErrorValue.plain("TypeError", "\"" + name + "\" is not a valid algorithm."));
    }

    /** A token that must not be trusted. */
    static Rejection invalid(String message) {
        return new Rejection(ErrorValue.described("JsonWebTokenError", message, nothing()));
    }

    /** @param seconds the moment since which it is so */
    static Rejection expired(String message, double seconds) {
        return new Rejection(
                ErrorValue.described("TokenExpiredError", message, nothing().set("expiredAt", date(seconds))));
    }

    /** @param seconds the moment from which on it is valid */
    static Rejection notActive(double seconds) {
        return new Rejection(ErrorValue.described(
                "NotBeforeError", "jwt not active", nothing().set("date", date(seconds))));
    }

    private static JsonNode date(double seconds) {
        double milliseconds = seconds * 1000;
        return Math.abs(milliseconds) <= LAST_MOMENT
                ? new DateValue(Instant.ofEpochMilli((long) milliseconds)).toNode()
                : NullNode.getInstance();
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
