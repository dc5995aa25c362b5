package org.camundaflows.conformance;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the outcome of every case and prints it area by area. */
final class Report {

    private static final int MOST_DIFFERENCES = 5;

    private final Map<String, Tally> areas = new TreeMap<>();
    private final Map<String, List<Difference>> failures = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final List<String> deviations = new ArrayList<>();

    /** How the cases of one area ended. */
    private record Tally(int passed, int failed, int skipped) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(passed + other.passed, failed + other.failed, skipped + other.skipped);
        }

        String row(String area) {
            return String.format("%-20s %8d %8d %8d", area, passed, failed, skipped);
        }
    }

    /** @param differences empty when the case passed */
    void ran(Case one, List<Difference> differences) {
        boolean passed = differences.isEmpty();
        count(one, passed ? new Tally(1, 0, 0) : new Tally(0, 1, 0));
        if (!passed) {
            failures.put(one.id(), differences);
        }
    }

    void skipped(Case one, String reason) {
        count(one, new Tally(0, 0, 1));
        reasons.merge(reason, 1, Integer::sum);
    }

    /** For a case that is not run as recorded; it counts as nothing. */
    void deviates(Case one) {
        deviations.add(one.id());
    }

    private void count(Case one, Tally tally) {
        areas.merge(one.area(), tally, Tally::plus);
    }

    int passed() {
        return total().passed();
    }

    int failed() {
        return total().failed();
    }

    private Tally total() {
        return areas.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    String summary() {
        Tally total = total();
        return "conformance: " + total.passed() + " passed, " + total.failed() + " failed, " + total.skipped()
                + " skipped";
    }

    void print(PrintStream out) {
        failures.forEach((id, differences) -> printFailure(id, differences, out));
        out.println(String.format("%-20s %8s %8s %8s", "area", "passed", "failed", "skipped"));
        areas.forEach((area, tally) -> out.println(tally.row(area)));
        reasons.forEach((reason, count) -> out.println("skipped for want of " + reason + ": " + count));
        if (!deviations.isEmpty()) {
            out.println("deviations, tested elsewhere: " + String.join(", ", deviations));
        }
        out.println(summary());
        out.flush();
    }

    private static void printFailure(String id, List<Difference> differences, PrintStream out) {
        out.println("FAILED " + id);
        differences.stream().limit(MOST_DIFFERENCES).forEach(difference -> out.println("    " + difference));
        if (differences.size() > MOST_DIFFERENCES) {
            out.println("    … and " + (differences.size() - MOST_DIFFERENCES) + " more");
        }
    }
}
