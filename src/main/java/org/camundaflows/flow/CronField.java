package org.camundaflows.flow;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One field of a cron expression: what may stand in it and which values that means. */
enum CronField {
    SECOND("second", 0, 59, ""),
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY_OF_MONTH("day of month", 1, 31, ""),
    MONTH("month", 1, 12, "jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec"),
    DAY_OF_WEEK("day of week", 0, 7, "sun, mon, tue, wed, thu, fri, sat");

    private static final Pattern ENTRY = Pattern.compile("(?<low>\\*|\\w+)(?:-(?<high>\\w+))?(?:/(?<step>\\d+))?");
    private static final int SUNDAY = 0;
    private static final int OTHER_SUNDAY = 7;
    private static final int TOO_LARGE = Integer.MAX_VALUE;

    private final String title;
    private final int min;
    private final int max;
    /** In the order of the values, from the lowest on. */
    private final String names;

    CronField(String title, int min, int max, String names) {
        this.title = title;
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /**
     * The values a text stands for: {@code *} when nothing is left out, however it was written, else an ascending list
     * of numbers such as {@code 1,15}; Sunday is 0.
     *
     * @param text lower case
     * @throws IllegalArgumentException if the text breaks the rules of this field
     */
    String canonical(String text) {
        BitSet values = new BitSet();
        for (String entry : text.split(",", -1)) {
            add(entry, values);
        }
        if (this == DAY_OF_WEEK && values.get(OTHER_SUNDAY)) {
            values.clear(OTHER_SUNDAY);
            values.set(SUNDAY);
        }
        int all = this == DAY_OF_WEEK ? OTHER_SUNDAY : max - min + 1;
        if (values.cardinality() == all) {
            return "*";
        }
        return values.stream().mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private void add(String entry, BitSet values) {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            throw invalid(entry, "");
        }
        boolean every = parts.group("low").equals("*");
        boolean stepped = parts.group("step") != null;
        if (every && parts.group("high") != null) {
            throw invalid(entry, "");
        }
        int low = every ? min : value(parts.group("low"), entry);
        int high = parts.group("high") != null ? value(parts.group("high"), entry) : every || stepped ? max : low;
        int step = stepped ? number(parts.group("step")) : 1;
        if (low > high) {
            throw invalid(entry, "the range runs backwards; ");
        }
        if (step == 0) {
            throw invalid(entry, "the step is zero; ");
        }
        for (long value = low; value <= high; value += step) {
            values.set((int) value);
        }
    }

    private int value(String text, String entry) {
        int name = List.of(names.split(", ")).indexOf(text);
        if (name >= 0) {
            return name + min;
        }
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? number(text) : TOO_LARGE;
        if (value < min || value > max) {
            throw invalid(entry, "");
        }
        return value;
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException tooLong) {
            return TOO_LARGE;
        }
    }

    private IllegalArgumentException invalid(String entry, String reason) {
        String values = min + "-" + max + (names.isEmpty() ? "" : " or " + names);
        return new IllegalArgumentException("Cron field \"" + title + "\" cannot be \"" + entry + "\": " + reason
                + "expected values are " + values + ", written as *, a, a-b, */n, a-b/n, a/n or a comma list of these");
    }
}
