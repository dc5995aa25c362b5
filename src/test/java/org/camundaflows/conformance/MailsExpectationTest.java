package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailsExpectationTest {

    private final Mailbox mailbox = Mailbox.start();

    @AfterEach
    void stop() {
        mailbox.close();
    }

    @Test
    void aReceivedMailIsOneHoweverManyGetIt() throws Exception {
        MimeMessage mail = mail("Grüße 🎉", "<p>x</p>");
        mail.setFrom(new InternetAddress("no-reply@example.com", "Directus"));
        mail.setRecipients(RecipientType.TO, "ada@example.com, Bob <bob@example.com>");
        mail.setRecipients(RecipientType.CC, "cc@example.com");
        mail.setRecipients(RecipientType.BCC, "hidden@example.com");
        mail.setReplyTo(InternetAddress.parse("answers@example.com"));
        send(mail);

        assertThat(mailbox.mails())
                .containsExactly(
                        Json.parse(
                                """
                {"to":["ada@example.com","Bob <bob@example.com>"],"cc":["cc@example.com"],
                 "bcc":["hidden@example.com"],"replyTo":["answers@example.com"],
                 "from":"Directus <no-reply@example.com>","subject":"Grüße 🎉","html":"<p>x</p>","text":null}"""));
    }

    @Test
    void aMailWithoutHtmlHasNone() throws Exception {
        MimeMessage mail = mail("S", "");
        mail.setText("plain\r\ntext");
        send(mail);

        JsonNode seen = mailbox.mails().get(0);
        assertThat(seen.path("html").isNull()).isTrue();
        assertThat(seen.path("text").asText().strip()).isEqualTo("plain\ntext");
    }

    @Test
    void twoMailsAreTwoAndCanBeForgotten() throws Exception {
        send(mail("A", "x"));
        send(mail("A", "x"));

        assertThat(mailbox.mails()).hasSize(2);
        mailbox.clear();
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void onlyNamedMembersAreCompared() throws Exception {
        String mail = "{\"to\":[\"a@b\"],\"subject\":\"S\",\"html\":null}";

        assertThat(compare("[{\"subject\":\"S\"}]", mail)).isEmpty();
        assertThat(compare("[{\"subject\":\"T\"}]", mail)).hasSize(1);
        assertThat(compare("[{\"subject\":\"S\",\"html\":\"x\"}]", mail)).hasSize(1);
        assertThat(compare("[{\"html\":null}]", mail.replace("null", "\"x\""))).hasSize(1);
        assertThat(compare("[]", mail)).hasSize(1);
    }

    @Test
    void htmlOfMarkdownIsComparedAsHtml() throws Exception {
        String options = "{\"subject\":\"S\",\"type\":\"markdown\"}";

        assertThat(compareHtml("<p>a</p>\\n<p>b</p>", "<p>a</p><p>b</p>", options))
                .isEmpty();
        assertThat(compareHtml("<p>a</p>", "<p>b</p>", options))
                .extracting(Difference::path)
                .containsExactly("mails[0].html");
    }

    @Test
    void htmlWrittenByTheFlowIsComparedAsText() throws Exception {
        String options = "{\"subject\":\"S\",\"type\":\"wysiwyg\"}";

        assertThat(compareHtml("<p>a</p>", "<p>a</p>\\n", options)).isEmpty();
        assertThat(compareHtml("<p>a</p>\\n<p>b</p>", "<p>a</p><p>b</p>", options))
                .hasSize(1);
        assertThat(compareHtml("$$contains:a</p>", "<p>a</p>", options)).isEmpty();
        assertThat(compareHtml("$$contains:a </p>", "<p>a</p>", options)).hasSize(1);
    }

    private List<Difference> compareHtml(String expected, String actual, String options) throws Exception {
        return compare(
                "[{\"subject\":\"S\",\"html\":\"" + expected + "\"}]",
                "{\"subject\":\"S\",\"html\":\"" + actual + "\"}",
                Json.parse(options));
    }

    private static List<Difference> compare(String expected, String mail, JsonNode... steps) throws Exception {
        return new MailsExpectation(List.of(steps), new SavedValues())
                .compare(Json.parse(expected), new ArrayList<>(List.of(Json.parse(mail))));
    }

    private MimeMessage mail(String subject, String html) throws Exception {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom("no-reply@example.com");
        mail.setRecipients(RecipientType.TO, "ada@example.com");
        mail.setSubject(subject, "UTF-8");
        mail.setContent(html, "text/html; charset=UTF-8");
        return mail;
    }

    private void send(MimeMessage mail) throws Exception {
        mail.saveChanges();
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(mailbox.port()));
        try (Transport transport = Session.getInstance(settings).getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }
}
