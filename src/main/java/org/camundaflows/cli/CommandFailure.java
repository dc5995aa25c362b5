package org.camundaflows.cli;

/** Ends a command with a message on the error output. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The arguments cannot be used. */
    static CommandFailure usage(String message) {
        return new CommandFailure(message, ExitCode.USAGE);
    }

    /** The arguments are fine, what they name is not. */
    static CommandFailure problem(String message) {
        return new CommandFailure(message, ExitCode.PROBLEM);
    }

    int exitCode() {
        return exitCode;
    }
}
