package org.camundaflows.operations.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail ready to be sent.
 *
 * @param subject null for none
 * @param html null for a mail without HTML
 */
record Mail(
        InternetAddress from,
        List<InternetAddress> to,
        List<InternetAddress> cc,
        List<InternetAddress> bcc,
        List<InternetAddress> replyTo,
        @Nullable String subject,
        @Nullable String html) {

    boolean hasRecipient() {
        return !to.isEmpty() || !cc.isEmpty() || !bcc.isEmpty();
    }
}
