package org.camundaflows.operations.mail;

import org.camundaflows.json.ErrorValue;
import org.jspecify.annotations.Nullable;

/** A mail cannot be sent; the step fails only when it waits for delivery. */
final class UndeliverableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ErrorValue error;

    UndeliverableException(String message, @Nullable Throwable cause) {
        this(ErrorValue.plain("Error", message), cause);
    }

    UndeliverableException(ErrorValue error, @Nullable Throwable cause) {
        super(error.message(), cause);
        this.error = error;
    }

    /** What the step rejects with when it waits for delivery. */
    ErrorValue error() {
        return error;
    }
}
