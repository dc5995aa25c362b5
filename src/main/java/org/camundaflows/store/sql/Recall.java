package org.camundaflows.store.sql;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What the database said a moment ago, so that it is not asked the same at every call. Nobody waits for anybody: while
 * one thread asks anew, others use what is known, up to the given age. What a transaction reads is not kept, as it may
 * never be committed; what is not there is not kept either.
 */
public final class Recall<K, V> {

    private static final int LIMIT = 10_000;

    private final Database database;
    private final Clock clock;
    private final long fresh;
    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    private record Entry<V>(V value, long since, AtomicBoolean beingRenewed) {}

    /** @param oldest how old an answer may be that was given before a change elsewhere */
    public Recall(Database database, Clock clock, Duration oldest) {
        this.database = database;
        this.clock = clock;
        this.fresh = oldest.toMillis() / 2;
    }

    /** @param read asks the database */
    public Optional<V> get(K key, Function<K, Optional<V>> read) {
        Entry<V> known = entries.get(key);
        if (known != null && serves(known)) {
            return Optional.of(known.value);
        }
        long before = generation.get();
        Optional<V> value = read.apply(key);
        if (!database.hasTransaction()) {
            value.ifPresentOrElse(found -> keep(key, found, before), () -> entries.remove(key));
        }
        return value;
    }

    private boolean serves(Entry<V> entry) {
        long age = clock.millis() - entry.since;
        return age >= 0 && (age < fresh || (age < 2 * fresh && !entry.beingRenewed.compareAndSet(false, true)));
    }

    private void keep(K key, V value, long before) {
        if (entries.size() >= LIMIT) {
            entries.clear();
        }
        entries.put(key, new Entry<>(value, clock.millis(), new AtomicBoolean()));
        if (generation.get() != before) {
            entries.remove(key);
        }
    }

    /** Asks again from now on. */
    public void forget() {
        generation.incrementAndGet();
        entries.clear();
    }
}
