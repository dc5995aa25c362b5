package org.camundaflows.operations.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends notifications as mails, with the template {@code base}. */
public final class NotificationMailer {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationMailer.class);

    private final MailServer server;
    private final Executor background;
    private final MailComposer composer;
    private final MarkdownHtml markdown = new MarkdownHtml();

    /** @param sender null when no mail server is configured: what was to be sent is then only logged */
    public NotificationMailer(@Nullable JavaMailSender sender, Executor background, MailSettings settings) {
        this.server = new MailServer(sender);
        this.background = background;
        this.composer = new MailComposer(settings);
    }

    /**
     * Sends a mail in the background; failures are only logged.
     *
     * @param message Markdown; empty for none
     */
    public void send(String address, String subject, String message) {
        ObjectNode options = JsonNodeFactory.instance.objectNode().put("to", address);
        options.put("subject", subject).put("type", "template");
        options.putObject("data").put("html", message.isEmpty() ? "" : markdown.render(message));
        try {
            background.execute(() -> deliver(new Options(options)));
        } catch (RejectedExecutionException e) {
            LOG.warn("A notification was not mailed: too many mails are waiting to be delivered");
        }
    }

    private void deliver(Options options) {
        try {
            server.send(composer.compose(options));
        } catch (UndeliverableException | Rejection e) {
            LOG.warn("A notification was not mailed: {}", e.getMessage(), e.getCause());
        }
    }
}
