package org.camundaflows.operations.mail;

import static org.camundaflows.operation.Option.Kind.CSV;
import static org.camundaflows.operation.Option.Kind.JSON;
import static org.camundaflows.operation.Option.Kind.LONG_TEXT;
import static org.camundaflows.operation.Option.Kind.TEXT;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;
import org.camundaflows.operation.RunLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends a mail (specification: operations, {@code mail}). Resolves with null before the mail is delivered; a mail that
 * cannot be delivered is only logged, unless the settings say to wait.
 */
public final class MailOperation implements Operation {

    private static final Logger LOG = LoggerFactory.getLogger(MailOperation.class);

    private static final OperationType TYPE = new OperationType(
            "mail",
            "Send Email",
            "mail",
            "Sends a mail to one or more people.",
            true,
            List.of(
                    Option.of("to", "To", CSV, "Addresses, as a list or a text with commas."),
                    Option.of("cc", "CC", CSV, "Addresses that get a copy."),
                    Option.of("bcc", "BCC", CSV, "Addresses that get a copy without the others seeing it."),
                    Option.of("replyTo", "Reply To", CSV, "Addresses that answers go to."),
                    Option.of("fromName", "From Name", TEXT, "Name of the sender; the project's name when empty."),
                    Option.of("subject", "Subject", TEXT, "One line."),
                    Option.of("type", "Type", TEXT, "What the mail is made of.")
                            .withDefault("markdown")
                            .withChoices("markdown", "wysiwyg", "template"),
                    Option.of("template", "Template", TEXT, "For type template: name of a Liquid template.")
                            .withDefault("base"),
                    Option.of("body", "Body", LONG_TEXT, "For type markdown or wysiwyg: the text, or HTML."),
                    Option.of("data", "Data", JSON, "For type template: its variables.")));

    private final MailServer server;
    private final Executor background;
    private final boolean wait;
    private final MailComposer composer;
    private final FlowLimit limit;

    /**
     * @param sender null when no mail server is configured: mails are then composed, and logged as not sent
     * @param background delivers mails after their step has resolved; not used when the settings say to wait
     */
    public MailOperation(@Nullable JavaMailSender sender, Executor background, MailSettings settings) {
        this(sender, background, settings, InstantSource.system());
    }

    MailOperation(@Nullable JavaMailSender sender, Executor background, MailSettings settings, InstantSource clock) {
        this.server = new MailServer(sender);
        this.background = background;
        this.wait = settings.waitForDelivery();
        this.composer = new MailComposer(settings);
        this.limit = new FlowLimit(settings.limit(), clock);
    }

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        HeaderText.check(options);
        limit.take(context.flowId());
        FailureLog log = FailureLog.of(context);
        try {
            Mail mail = composer.compose(options);
            if (wait) {
                server.send(mail);
            } else {
                sendLater(mail, log);
            }
        } catch (UndeliverableException e) {
            if (wait) {
                return Result.rejected(e.error());
            }
            log.write(e);
        }
        return Result.nothing();
    }

    private void sendLater(Mail mail, FailureLog log) throws UndeliverableException {
        try {
            background.execute(() -> {
                try {
                    server.send(mail);
                } catch (UndeliverableException e) {
                    log.write(e);
                }
            });
        } catch (RejectedExecutionException e) {
            throw new UndeliverableException("Too many mails are waiting to be delivered", e);
        }
    }

    /** Tells the run's log that a mail was not sent, and the operator why; usable after the step has ended. */
    private record FailureLog(RunLog run, String step) {

        static FailureLog of(OperationContext context) {
            return new FailureLog(
                    context.log(),
                    "step " + context.key() + " of flow " + context.flowId() + ", run " + context.runId());
        }

        void write(UndeliverableException failure) {
            run.error("Could not send mail in \"mail\" operation");
            LOG.warn("Mail not sent, {}: {}", step, failure.getMessage(), failure.getCause());
        }
    }
}
