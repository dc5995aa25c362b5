package org.camundaflows.filter.regex;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The capturing groups of a pattern, found in a first pass: what {@code \2} and {@code \k} mean depends on groups that
 * may come later.
 *
 * @param count number of capturing groups
 * @param named index by name
 */
record GroupNames(int count, Map<String, Integer> named) {

    static GroupNames scan(String pattern) {
        PatternText text = new PatternText(pattern);
        Map<String, Integer> named = new LinkedHashMap<>();
        int count = 0;
        boolean inClass = false;
        while (!text.atEnd()) {
            char c = text.next();
            if (c == '\\' && !text.atEnd()) {
                text.next();
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '(' && !inClass && (!text.at('?') || isNamed(text))) {
                count++;
                if (text.skip("?<") && named.putIfAbsent(name(text), count) != null) {
                    throw text.invalid("Duplicate capture group name");
                }
            }
        }
        return new GroupNames(count, named);
    }

    private static boolean isNamed(PatternText text) {
        return text.at("?<") && !text.at("?<=") && !text.at("?<!");
    }

    /** Reads a name and its closing bracket. */
    static String name(PatternText text) {
        String name = nameOrNull(text);
        if (name == null) {
            throw text.invalid("Invalid capture group name");
        }
        return name;
    }

    static @Nullable String nameOrNull(PatternText text) {
        StringBuilder name = new StringBuilder();
        while (!text.atEnd() && !text.at('>')) {
            char c = text.next();
            if (name.isEmpty() ? !Character.isUnicodeIdentifierStart(c) && c != '$' && c != '_' : !isNamePart(c)) {
                return null;
            }
            name.append(c);
        }
        return name.isEmpty() || !text.skip('>') ? null : name.toString();
    }

    private static boolean isNamePart(char c) {
        return Character.isUnicodeIdentifierPart(c) || c == '$';
    }
}
