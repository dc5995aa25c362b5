package org.camundaflows.app.observe;

import jakarta.mail.MessagingException;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Whether the mail server can be reached and takes the credentials. If not, the server as a whole is {@code DEGRADED}
 * rather than down: nobody should restart it, or send requests elsewhere, because of a mail server.
 */
record MailHealth(JavaMailSenderImpl sender) implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        try {
            sender.testConnection();
        } catch (MessagingException e) {
            health.status(DEGRADED).withDetail("error", e.getClass().getSimpleName());
        }
        return health.withDetail("location", sender.getHost() + ":" + sender.getPort())
                .build();
    }
}
