package org.camundaflows.app.observe;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * An indicator that does not look more often than once in a while. The cache of the endpoint alone is no protection: any
 * query parameter passes it by.
 */
final class CachedHealth implements HealthIndicator {

    private final Cached<Health> health;

    CachedHealth(HealthIndicator indicator, Duration time, LongSupplier ticker) {
        this.health = new Cached<>(() -> look(indicator), time, ticker);
    }

    private static Health look(HealthIndicator indicator) {
        try {
            return indicator.health();
        } catch (RuntimeException e) {
            return Health.down(e).build();
        }
    }

    @Override
    public Health health() {
        return health.get();
    }
}
