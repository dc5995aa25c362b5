package org.camundaflows.operations.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real SMTP server on a free port of this machine. */
final class MailServerFixture implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    MailServerFixture() {
        server.start();
    }

    JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }

    /** The mails in the box of one recipient. */
    List<MimeMessage> received(String address) throws Exception {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        List<MimeMessage> mails = new ArrayList<>();
        if (user != null) {
            for (var stored :
                    server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                mails.add(stored.getMimeMessage());
            }
        }
        return mails;
    }

    /** The one mail in the box of a recipient. */
    MimeMessage only(String address) throws Exception {
        List<MimeMessage> mails = received(address);
        if (mails.size() != 1) {
            throw new AssertionError(address + " got " + mails.size() + " mails");
        }
        return mails.get(0);
    }

    int total() {
        return server.getReceivedMessages().length;
    }

    static List<String> addresses(MimeMessage mail, Message.RecipientType type) throws MessagingException {
        return texts(mail.getRecipients(type));
    }

    static List<String> texts(Address[] addresses) {
        List<String> texts = new ArrayList<>();
        for (Address address : addresses == null ? new Address[0] : addresses) {
            texts.add(((InternetAddress) address).toUnicodeString());
        }
        return texts;
    }

    static String html(MimeMessage mail) throws Exception {
        if (!mail.isMimeType("text/html")) {
            throw new AssertionError("not HTML: " + mail.getContentType());
        }
        return ((String) mail.getContent()).replace("\r\n", "\n");
    }

    @Override
    public void close() {
        server.stop();
    }
}
