package org.camundaflows.cli;

/** Something did not start, and the reason has already been told to the user. */
public final class StartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailedException(Throwable cause) {
        super(cause);
    }
}
