package org.camundaflows.security;

/** A caller whose credentials cannot be used; {@link #error} is the answer. */
public final class AccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final AccessError error;

    public AccessException(AccessError error) {
        super(error.message());
        this.error = error;
    }

    public AccessError error() {
        return error;
    }
}
