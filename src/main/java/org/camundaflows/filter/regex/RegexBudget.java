package org.camundaflows.filter.regex;

/** The work that matches may do together; share one between all matches of one evaluation. Not thread-safe. */
public final class RegexBudget {

    private static final long DEFAULT_STEPS = 20_000_000;

    private long steps;

    public RegexBudget(long steps) {
        this.steps = steps;
    }

    /** Enough for any honest pattern on megabytes of text; a fraction of a second of work. */
    public static RegexBudget standard() {
        return new RegexBudget(DEFAULT_STEPS);
    }

    /** @throws RegexBudgetException when nothing is left */
    void spend(long count) {
        steps -= count;
        if (steps < 0) {
            throw new RegexBudgetException();
        }
    }
}
