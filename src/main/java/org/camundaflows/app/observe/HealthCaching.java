package org.camundaflows.app.observe;

import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Makes every indicator a {@link CachedHealth}, those of extensions too. */
final class HealthCaching implements BeanPostProcessor {

    private static final Duration TIME = Duration.ofSeconds(10);

    /** Looking there means to connect to another machine and to sign in. */
    private static final Duration MAIL_TIME = Duration.ofMinutes(1);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HealthIndicator indicator && !(bean instanceof CachedHealth)
                ? new CachedHealth(indicator, bean instanceof MailHealth ? MAIL_TIME : TIME, System::nanoTime)
                : bean;
    }
}
