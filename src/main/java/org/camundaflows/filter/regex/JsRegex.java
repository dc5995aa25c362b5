package org.camundaflows.filter.regex;

/** A regular expression as JavaScript's {@code new RegExp(pattern)} reads it. Immutable. */
public final class JsRegex {

    private final Program program;

    private JsRegex(Program program) {
        this.program = program;
    }

    /** @throws InvalidRegexException with JavaScript's message, if the text is no regular expression */
    public static JsRegex compile(String pattern) {
        return new JsRegex(Compiler.compile(pattern, PatternParser.parse(pattern)));
    }

    /**
     * Whether the expression matches anywhere in the text.
     *
     * @throws RegexBudgetException if that takes more work than the budget has left
     */
    public boolean find(String text, RegexBudget budget) {
        return new Matcher(program, text, budget).find();
    }
}
