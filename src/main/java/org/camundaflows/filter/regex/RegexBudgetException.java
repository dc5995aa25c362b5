package org.camundaflows.filter.regex;

/** A match that needs more work than its {@link RegexBudget} allows. */
public final class RegexBudgetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message, for people. */
    public static final String PROBLEM = "The regular expression takes too much work for this value";

    RegexBudgetException() {
        super(PROBLEM, null, false, false);
    }
}
