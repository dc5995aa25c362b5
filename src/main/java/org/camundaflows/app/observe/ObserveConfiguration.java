package org.camundaflows.app.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camundaflows.engine.RunObserver;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Metrics and health beside those that Spring Boot and the engine's starter bring. */
@Configuration(proxyBeanMethods = false)
class ObserveConfiguration {

    private static final Duration READING_TIME = Duration.ofSeconds(10);

    @Bean
    static HealthCaching healthCaching() {
        return new HealthCaching();
    }

    @Bean
    RunObserver runMetrics(MeterRegistry registry) {
        return new RunMetrics(registry);
    }

    @Bean
    MeterBinder engineGauges(ProcessEngine engine, Clock clock) {
        return new EngineGauges(new Cached<>(() -> EngineReading.of(engine, clock), READING_TIME, System::nanoTime));
    }

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    HealthIndicator mailHealthIndicator(JavaMailSenderImpl sender) {
        return new MailHealth(sender);
    }
}
