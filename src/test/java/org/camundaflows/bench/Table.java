package org.camundaflows.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a benchmark found, as Markdown. */
final class Table {

    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Table(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    /** @param cells numbers are shown with as many digits as they deserve */
    Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::text).toList());
        return this;
    }

    Table note(String note) {
        notes.add(note);
        return this;
    }

    /** Whether a goal is met, with the goal. */
    static String atLeast(double goal, double measured) {
        return "≥ " + text(goal) + (measured >= goal ? ": met" : ": **missed**");
    }

    static String below(double goal, double measured) {
        return "< " + text(goal) + (measured < goal ? ": met" : ": **missed**");
    }

    private static String text(Object cell) {
        if (!(cell instanceof Number number)) {
            return String.valueOf(cell);
        }
        double value = number.doubleValue();
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(
                Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : Math.abs(value) >= 0.1 ? "%.2f" : "%.4f", value);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder markdown = new StringBuilder("### ").append(title).append("\n\n");
        markdown.append(line(columns))
                .append(line(columns.stream().map(column -> "---").toList()));
        rows.forEach(row -> markdown.append(line(row)));
        notes.forEach(note -> markdown.append('\n').append(note).append('\n'));
        return markdown.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
