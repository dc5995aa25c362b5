package org.camundaflows.store.access.account;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the failed sign-ins of each user in a row. Who has failed too often is refused without a look at the password
 * until a quarter of an hour after the last failure. Directus suspends such users; here nobody can lock others out for
 * good. Each node counts for itself.
 */
final class LoginAttempts {

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int USERS = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > USERS;
        }
    };

    private record Failures(int count, long last) {}

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    /** @param limit how many failures are let pass */
    synchronized boolean isAllowed(String user, int limit) {
        return recent(user) < limit;
    }

    synchronized void failed(String user) {
        failures.put(user, new Failures(recent(user) + 1, clock.millis()));
    }

    private int recent(String user) {
        Failures known = failures.get(user);
        return known == null || clock.millis() - known.last >= PAUSE.toMillis() ? 0 : known.count;
    }

    synchronized void succeeded(String user) {
        failures.remove(user);
    }
}
