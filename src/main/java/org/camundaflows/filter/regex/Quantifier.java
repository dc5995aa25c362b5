package org.camundaflows.filter.regex;

import org.jspecify.annotations.Nullable;

/** How often a part repeats. */
record Quantifier(int min, int max, boolean greedy) {

    /** Reads a quantifier, or nothing and gives null; a brace that does not begin one stands for itself. */
    static @Nullable Quantifier read(PatternText text) {
        if (text.skip('*')) {
            return lazyOrGreedy(text, 0, Integer.MAX_VALUE);
        }
        if (text.skip('+')) {
            return lazyOrGreedy(text, 1, Integer.MAX_VALUE);
        }
        if (text.skip('?')) {
            return lazyOrGreedy(text, 0, 1);
        }
        int start = text.position();
        Quantifier counted = text.skip('{') ? counted(text) : null;
        if (counted == null) {
            text.back(start);
        }
        return counted;
    }

    private static @Nullable Quantifier counted(PatternText text) {
        if (!text.atDigit()) {
            return null;
        }
        int min = text.number();
        int max = min;
        if (text.skip(',')) {
            max = text.atDigit() ? text.number() : Integer.MAX_VALUE;
        }
        if (!text.skip('}')) {
            return null;
        }
        if (max < min) {
            throw text.invalid("numbers out of order in {} quantifier");
        }
        return lazyOrGreedy(text, min, max);
    }

    private static Quantifier lazyOrGreedy(PatternText text, int min, int max) {
        return new Quantifier(min, max, !text.skip('?'));
    }
}
