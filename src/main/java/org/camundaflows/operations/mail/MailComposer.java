package org.camundaflows.operations.mail;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Options;
import org.jspecify.annotations.Nullable;

/** Makes a mail of the options of a step. */
final class MailComposer {

    private final MailSettings settings;
    private final MailBody body;

    MailComposer(MailSettings settings) {
        this.settings = settings;
        this.body = new MailBody(new MailTemplates(settings));
    }

    /**
     * @throws org.camundaflows.operation.Rejection if the options are wrong in a way that fails the step
     * @throws UndeliverableException if the mail has no recipient, a wrong address or no usable template
     */
    Mail compose(Options options) throws UndeliverableException {
        String html = body.html(options);
        Mail mail = new Mail(
                from(options),
                Addresses.read(options, "to"),
                Addresses.read(options, "cc"),
                Addresses.read(options, "bcc"),
                Addresses.read(options, "replyTo"),
                subject(options),
                html);
        if (!mail.hasRecipient()) {
            throw new UndeliverableException("No recipients defined", null);
        }
        return mail;
    }

    private InternetAddress from(Options options) {
        String name =
                options.isNothing("fromName") ? "" : options.text("fromName").strip();
        try {
            return new InternetAddress(
                    settings.from(), name.isEmpty() ? settings.projectName() : name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String subject(Options options) {
        return options.isNothing("subject") ? null : Json.display(options.raw("subject"));
    }
}
