package org.camundaflows.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option of a step type, as editors show it and validation checks it.
 *
 * @param name its name in the operation's {@code options}
 * @param required whether validation reports its absence as an error
 * @param defaultValue what the handler assumes when it is absent, as editors prefill it; null for nothing
 * @param choices the values to choose from, empty for free input
 * @param alias an older name of the option, used when {@code name} is absent
 */
public record Option(
        String name,
        String label,
        Kind kind,
        boolean required,
        @Nullable String defaultValue,
        List<String> choices,
        @Nullable String alias,
        String hint) {

    /** What the value is; a text with a template is legal for every kind. */
    public enum Kind {
        /** One line of text; numbers are taken as their text. */
        TEXT,
        /** Several lines of text. */
        LONG_TEXT,
        /** JavaScript. */
        CODE,
        /** Any JSON value, or its text. */
        JSON,
        /** An array of objects. */
        LIST,
        /** An array of texts, or one text with commas. */
        CSV,
        INTEGER,
        BOOLEAN
    }

    public Option {
        choices = List.copyOf(choices);
    }

    public static Option of(String name, String label, Kind kind, String hint) {
        return new Option(name, label, kind, false, null, List.of(), null, hint);
    }

    public Option asRequired() {
        return new Option(name, label, kind, true, defaultValue, choices, alias, hint);
    }

    public Option withDefault(String value) {
        return new Option(name, label, kind, required, value, choices, alias, hint);
    }

    public Option withChoices(String... values) {
        return new Option(name, label, kind, required, defaultValue, List.of(values), alias, hint);
    }

    public Option withAlias(String olderName) {
        return new Option(name, label, kind, required, defaultValue, choices, olderName, hint);
    }
}
