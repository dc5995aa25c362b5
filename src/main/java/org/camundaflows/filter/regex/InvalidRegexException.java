package org.camundaflows.filter.regex;

/** A text that is no regular expression; the message is the one JavaScript gives. */
public final class InvalidRegexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    InvalidRegexException(String pattern, String reason) {
        this("Invalid regular expression: /" + pattern + "/: " + reason);
    }

    private InvalidRegexException(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    /** The message of JavaScript's {@code SyntaxError}. */
    public String problem() {
        return problem;
    }
}
