package org.camundaflows.app.observe;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is costly to find out. It is looked up when somebody asks, but not more often than once in a while and
 * never twice at the same time: who asks during a look-up gets the value known before. So however many ask, and however
 * slow the look-up is, it takes one thread.
 */
final class Cached<T> {

    private final Supplier<T> source;
    private final long nanos;
    private final LongSupplier ticker;
    private final ReentrantLock lookup = new ReentrantLock();
    private volatile @Nullable Known<T> known;

    private record Known<T>(T value, long time) {}

    /**
     * @param source must not throw
     * @param time how long a value serves
     * @param ticker nanoseconds from any origin
     */
    Cached(Supplier<T> source, Duration time, LongSupplier ticker) {
        this.source = source;
        this.nanos = time.toNanos();
        this.ticker = ticker;
    }

    T get() {
        Known<T> before = known;
        if (before == null) {
            lookup.lock();
        } else if (isFresh(before) || !lookup.tryLock()) {
            return before.value();
        }
        try {
            return latest();
        } finally {
            lookup.unlock();
        }
    }

    private T latest() {
        Known<T> latest = known;
        if (latest == null || !isFresh(latest)) {
            latest = new Known<>(source.get(), ticker.getAsLong());
            known = latest;
        }
        return latest.value();
    }

    private boolean isFresh(Known<T> value) {
        return ticker.getAsLong() - value.time() < nanos;
    }
}
