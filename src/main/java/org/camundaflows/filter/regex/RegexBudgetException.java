package org.camundaflows.filter.regex;

/** A match that needs more work than its {@link RegexBudget} allows. */
public final class RegexBudgetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegexBudgetException() {
        super("Regular expression takes too much work for this value", null, false, false);
    }
}
