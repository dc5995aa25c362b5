package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camundaflows.filter.regex.InvalidRegexException;
import org.camundaflows.filter.regex.JsRegex;
import org.camundaflows.filter.regex.RegexBudget;
import org.camundaflows.filter.regex.RegexBudgetException;

/** Checks that a text matches a regular expression, anywhere in it. */
record RegexCheck(JsRegex regex, RegexBudget budget) implements Check {

    /** @throws FilterException with a {@code SyntaxError} if the pattern is none */
    static RegexCheck of(String pattern, RegexBudget budget) {
        try {
            return new RegexCheck(JsRegex.compile(unwrapped(pattern)), budget);
        } catch (InvalidRegexException e) {
            throw FilterException.syntax(e.problem());
        }
    }

    private static String unwrapped(String pattern) {
        boolean isWrapped = pattern.length() > 1 && pattern.startsWith("/") && pattern.endsWith("/");
        return isWrapped ? pattern.substring(1, pattern.length() - 1) : pattern;
    }

    @Override
    public List<Violation> violations(JsonNode value) {
        if (!value.isTextual()) {
            return List.of(Violation.required());
        }
        return matches(value.textValue())
                ? List.of()
                : List.of(Violation.of("regex", "Value doesn't have the correct format.", "invalid", value));
    }

    private boolean matches(String text) {
        try {
            return regex.find(text, budget);
        } catch (RegexBudgetException e) {
            throw FilterException.plain(RegexBudgetException.PROBLEM);
        }
    }
}
