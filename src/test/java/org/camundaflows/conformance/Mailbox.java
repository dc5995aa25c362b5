package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A real SMTP server that keeps what it receives. */
final class Mailbox implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Mailbox() {}

    static Mailbox start() {
        Mailbox mailbox = new Mailbox();
        mailbox.server.start();
        return mailbox;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mails in order of arrival, in the form of the cases; the copies of several recipients are one mail. */
    List<JsonNode> mails() {
        Map<String, MailView> mails = new LinkedHashMap<>();
        for (Copy copy : copies()) {
            mails.computeIfAbsent(copy.messageId(), id -> new MailView(copy.message()))
                    .deliveredTo(copy.recipient());
        }
        return mails.values().stream().map(MailView::toJson).toList();
    }

    private List<Copy> copies() {
        List<Copy> copies = new ArrayList<>();
        for (GreenMailUser user : server.getUserManager().listUser()) {
            for (StoredMessage stored : inboxOf(user)) {
                copies.add(new Copy(user.getEmail(), stored.getReceivedDate().getTime(), stored.getMimeMessage()));
            }
        }
        copies.sort(Comparator.comparingLong(Copy::received));
        return copies;
    }

    private List<StoredMessage> inboxOf(GreenMailUser user) {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** What one recipient got. */
    private record Copy(String recipient, long received, MimeMessage message) {

        String messageId() {
            try {
                return message.getMessageID();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
