package org.camundaflows.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two ways to do something, measured in turn, so that what else happens on the machine meets both alike.
 *
 * @param first one report per round
 * @param second as many
 */
record Rounds(List<Load.Report> first, List<Load.Report> second) {

    private static final Duration ROUND = Duration.ofMillis(250);

    /**
     * @param time for both together; half as much before it goes into warming up
     */
    static Rounds measure(int threads, Duration time, Load.Call first, Load.Call second) throws Exception {
        long rounds = Math.max(1, time.dividedBy(ROUND.multipliedBy(2)));
        Duration round = time.dividedBy(2 * rounds);
        for (int i = 0; i < (rounds + 1) / 2; i++) {
            Load.during(threads, round, first);
            Load.during(threads, round, second);
        }
        Rounds reports = new Rounds(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < rounds; i++) {
            boolean swapped = i % 2 == 1; // neither is always the one that comes after the other
            Load.Report one = Load.during(threads, round, swapped ? second : first);
            Load.Report other = Load.during(threads, round, swapped ? first : second);
            reports.first.add(swapped ? other : one);
            reports.second.add(swapped ? one : other);
        }
        return reports;
    }

    /** The median over the rounds of a figure of the first divided by that of the second. */
    double ratio(ToDoubleFunction<Load.Report> figure) {
        return median(IntStream.range(0, first.size())
                .mapToDouble(i -> figure.applyAsDouble(first.get(i)) / figure.applyAsDouble(second.get(i)))
                .toArray());
    }

    static double median(List<Load.Report> reports, ToDoubleFunction<Load.Report> figure) {
        return median(reports.stream().mapToDouble(figure).toArray());
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
