package org.camundaflows.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Makes calls from several threads, each the next one as soon as it has its answer, and takes the time of each. */
final class Load {

    interface Call {
        /** @param number counts from 0 over all threads */
        void make(long number) throws Exception;
    }

    /**
     * @param seconds from the first call to the last answer
     * @param cpuSeconds what all threads of this process computed in that time
     * @param nanos how long each call took, ascending
     */
    record Report(double seconds, double cpuSeconds, long[] nanos) {

        double perSecond() {
            return nanos.length / seconds;
        }

        /** How many calls a processor makes in a second; other programs on the machine hardly change it. */
        double perCpuSecond() {
            return nanos.length / cpuSeconds;
        }

        /** In milliseconds. */
        double percentile(double percent) {
            int index = (int) Math.ceil(nanos.length * percent / 100) - 1;
            return nanos[Math.max(0, index)] / 1e6;
        }

        static Report merged(List<Report> reports) {
            long[] all = reports.stream()
                    .flatMapToLong(report -> Arrays.stream(report.nanos))
                    .sorted()
                    .toArray();
            return new Report(
                    reports.stream().mapToDouble(Report::seconds).sum(),
                    reports.stream().mapToDouble(Report::cpuSeconds).sum(),
                    all);
        }
    }

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Call call;
    private final AtomicLong next = new AtomicLong();
    private final long count;
    private final long nanos;
    private final long start = System.nanoTime();
    private final long cpuStart = SYSTEM.getProcessCpuTime();

    private Load(Call call, long count, long nanos) {
        this.call = call;
        this.count = count;
        this.nanos = nanos;
    }

    static Report count(int threads, long count, Call call) throws Exception {
        return new Load(call, count, Long.MAX_VALUE).run(threads);
    }

    /** At least one call per thread. */
    static Report during(int threads, Duration time, Call call) throws Exception {
        return new Load(call, Long.MAX_VALUE, time.toNanos()).run(threads);
    }

    private Report run(int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<long[]>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(this::calls));
            }
            List<Report> reports = new ArrayList<>();
            for (Future<long[]> part : parts) {
                reports.add(new Report(0, 0, part.get()));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpuStart) / 1e9;
            return new Report(seconds, cpuSeconds, Report.merged(reports).nanos());
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private long[] calls() throws Exception {
        long[] times = new long[1024];
        int size = 0;
        do {
            long number = next.getAndIncrement();
            if (number >= count) {
                break;
            }
            long begin = System.nanoTime();
            call.make(number);
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
            }
            times[size++] = System.nanoTime() - begin;
        } while (System.nanoTime() - start < nanos);
        return Arrays.copyOf(times, size);
    }
}
