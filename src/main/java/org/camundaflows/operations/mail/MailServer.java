package org.camundaflows.operations.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mails to the configured mail server. */
final class MailServer {

    private final @Nullable JavaMailSender sender;

    /** @param sender null when no mail server is configured; every mail is undeliverable then */
    MailServer(@Nullable JavaMailSender sender) {
        this.sender = sender;
    }

    void send(Mail mail) throws UndeliverableException {
        if (sender == null) {
            throw new UndeliverableException("No mail server is configured", null);
        }
        try {
            sender.send(message(sender, mail));
        } catch (MessagingException | RuntimeException e) {
            throw new UndeliverableException(reason(e), e);
        }
    }

    private static MimeMessage message(JavaMailSender sender, Mail mail) throws MessagingException {
        MimeMessageHelper message = new MimeMessageHelper(sender.createMimeMessage(), StandardCharsets.UTF_8.name());
        message.setFrom(mail.from());
        message.setTo(array(mail.to()));
        message.setCc(array(mail.cc()));
        message.setBcc(array(mail.bcc()));
        if (!mail.replyTo().isEmpty()) {
            message.getMimeMessage().setReplyTo(array(mail.replyTo()));
        }
        if (mail.subject() != null) {
            message.setSubject(mail.subject());
        }
        String html = mail.html();
        message.setText(html == null ? "" : html, html != null);
        return message.getMimeMessage();
    }

    private static InternetAddress[] array(List<InternetAddress> addresses) {
        return addresses.toArray(InternetAddress[]::new);
    }

    /** What the server said, not the wrapping around it. */
    private static String reason(Exception failure) {
        Throwable cause = failure;
        if (failure instanceof MailSendException send && send.getMessageExceptions().length > 0) {
            cause = send.getMessageExceptions()[0];
        }
        Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
        return Objects.requireNonNullElse(root.getMessage(), root.toString());
    }
}
