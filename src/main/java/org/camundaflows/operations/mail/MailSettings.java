package org.camundaflows.operations.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How mails are sent. Blank texts count as not set where a default is named.
 *
 * @param from address of the sender ({@code EMAIL_FROM}); default {@code no-reply@example.com}
 * @param projectName name of the sender and variable of templates; default {@code Directus}
 * @param projectColor variable of templates; default {@code #171717}
 * @param projectLogo address of an image, variable of templates; empty for none
 * @param projectUrl variable of templates; empty for none
 * @param templates folder of the project's own templates, looked into before the built-in ones; null for none
 * @param waitForDelivery whether a step waits for the mail server and rejects when it fails; otherwise it resolves at
 *     once and failures are only logged
 * @param limit how many mails a flow may send; null for no limit
 */
public record MailSettings(
        String from,
        String projectName,
        String projectColor,
        String projectLogo,
        String projectUrl,
        @Nullable Path templates,
        boolean waitForDelivery,
        @Nullable Limit limit) {

    /**
     * At most {@code points} mails of one flow within {@code duration}, counted from the first of them, in this process.
     */
    public record Limit(int points, Duration duration) {

        public Limit {
            if (points < 1 || duration.isZero() || duration.isNegative()) {
                throw new IllegalArgumentException(
                        "A limit of mails needs points and a duration above zero: " + points + ", " + duration);
            }
        }
    }

    /** @throws IllegalArgumentException if {@code from} is no mail address */
    public MailSettings {
        from = address(orDefault(from, "no-reply@example.com"));
        projectName = orDefault(projectName, "Directus");
        projectColor = orDefault(projectColor, "#171717");
    }

    /** The defaults, without own templates and limit. */
    public static MailSettings defaults() {
        return new MailSettings("", "", "", "", "", null, false, null);
    }

    private static String orDefault(String text, String otherwise) {
        return text.isBlank() ? otherwise : text.strip();
    }

    private static String address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return address.getAddress();
        } catch (AddressException e) {
            throw new IllegalArgumentException("EMAIL_FROM is no mail address: " + text, e);
        }
    }
}
