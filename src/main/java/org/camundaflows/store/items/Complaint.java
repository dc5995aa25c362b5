package org.camundaflows.store.items;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message of H2 or PostgreSQL says about the place of a mistake. Only what stands between marks is read: it is
 * the same in all languages.
 *
 * @param table null when the message does not say
 * @param value null when the message does not say
 */
record Complaint(@Nullable String table, String column, @Nullable String value) {

    /** PostgreSQL: {@code Key (a, b)=(1, 2) …}; the value may hold anything, line breaks included. */
    private static final Pattern KEY = Pattern.compile("\\((.+?)\\)=\\((.*)\\)(.*)$", Pattern.DOTALL);

    /** H2: {@code … ON schema.table(column NULLS FIRST) …}. */
    private static final Pattern INDEX = Pattern.compile(" ON ([^(]+)\\(([^)]+)\\)");

    /** H2: {@code name: schema.table FOREIGN KEY(column) REFERENCES schema.other(column) (value)}. */
    private static final Pattern REFERENCE =
            Pattern.compile("([^ ]+) FOREIGN KEY\\(([^)]+)\\) REFERENCES [^(]+\\([^)]+\\) \\((.*)\\)", Pattern.DOTALL);

    /** Both: {@code column "name …"}. */
    private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");

    private static final Pattern LAST_QUOTED = Pattern.compile("\"([^\"]+)\"[^\"]*$");

    private static final String STATEMENT = "; SQL statement:";

    static Optional<Complaint> ofUnique(String message) {
        String text = text(message);
        Matcher index = INDEX.matcher(text);
        return index.find()
                ? Optional.of(new Complaint(table(index.group(1)), first(index.group(2)), null))
                : key(text);
    }

    /** About the reference that leads nowhere, or that forbids to delete. */
    static Optional<Complaint> ofForeignKey(String message) {
        String text = text(message);
        Matcher reference = REFERENCE.matcher(text);
        return reference.find()
                ? Optional.of(new Complaint(
                        table(reference.group(1)), first(reference.group(2)), unquoted(reference.group(3))))
                : key(text);
    }

    static Optional<Complaint> ofColumn(String message) {
        Matcher column = COLUMN.matcher(text(message));
        return column.find() ? Optional.of(new Complaint(null, first(column.group(1)), null)) : Optional.empty();
    }

    private static Optional<Complaint> key(String text) {
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            return Optional.empty();
        }
        Matcher table = LAST_QUOTED.matcher(key.group(3));
        return Optional.of(new Complaint(table.find() ? table.group(1) : null, first(key.group(1)), key.group(2)));
    }

    private static String text(String message) {
        int statement = message.indexOf(STATEMENT);
        return statement < 0 ? message : message.substring(0, statement).replace("\"\"", "\"");
    }

    /** The first of several columns, without what H2 says about its order or type. */
    private static String first(String columns) {
        String column = columns.split(",", 2)[0].strip();
        return column.startsWith("\"") ? column.substring(1).split("\"", 2)[0] : column.split(" ", 2)[0];
    }

    private static String table(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        return unquoted(name.replace("\"", ""));
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
