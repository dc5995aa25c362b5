package org.camundaflows.filter.regex;

/** A text that is no regular expression; the message is the one JavaScript gives. */
public final class InvalidRegexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRegexException(String pattern, String reason) {
        super("Invalid regular expression: /" + pattern + "/: " + reason, null, false, false);
    }
}
