package org.camundaflows.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camundaflows.operations.mail.MailServerFixture.addresses;
import static org.camundaflows.operations.mail.MailServerFixture.html;
import static org.camundaflows.operations.mail.MailServerFixture.texts;

import com.fasterxml.jackson.databind.node.POJONode;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailOperationTest {

    private static final String FAILED = "error Could not send mail in \"mail\" operation";

    private final MailServerFixture server = new MailServerFixture();
    private final Step step = new Step();
    private final MailOperation operation = new MailOperation(server.sender(), Runnable::run, MailSettings.defaults());

    @AfterEach
    void stop() {
        server.close();
    }

    private Result run(String options) {
        return operation.run(Step.options(options), step);
    }

    private static ErrorValue error(Throwable thrown) {
        return (ErrorValue) ((POJONode) ((Rejection) thrown).value()).getPojo();
    }

    @Test
    void markdownIsTheDefaultAndTheStepResolvesWithNull() throws Exception {
        Result result = run("{'to':'ada@example.com','subject':'Order 5','body':'# Hi\\n\\n*you*'}".replace('\'', '"'));

        assertThat(result).isEqualTo(Result.nothing());
        MimeMessage mail = server.only("ada@example.com");
        assertThat(mail.getSubject()).isEqualTo("Order 5");
        assertThat(html(mail).strip()).isEqualTo("<h1>Hi</h1>\n<p><em>you</em></p>");
        assertThat(texts(mail.getFrom())).containsExactly("Directus <no-reply@example.com>");
        assertThat(step.logged()).isEmpty();
    }

    @Test
    void copiesAreSentAndBlindOnesNamedNowhere() throws Exception {
        run(
                """
                {"to": ["ada@example.com", "Bob <bob@example.com>"], "cc": "c1@example.com,c2@example.com",
                 "bcc": ["hidden@example.com"], "replyTo": ["answers@example.com"], "subject": "C", "body": "x"}""");

        MimeMessage mail = server.only("hidden@example.com");
        assertThat(addresses(mail, RecipientType.TO)).containsExactly("ada@example.com", "Bob <bob@example.com>");
        assertThat(addresses(mail, RecipientType.CC)).containsExactly("c1@example.com", "c2@example.com");
        assertThat(addresses(mail, RecipientType.BCC)).isEmpty();
        assertThat(texts(mail.getReplyTo())).containsExactly("answers@example.com");
        assertThat(server.received("c2@example.com")).hasSize(1);
        assertThat(server.received("answers@example.com")).isEmpty();
        assertThat(server.total()).isEqualTo(5);
    }

    @Test
    void subjectAndNamesKeepEveryCharacter() throws Exception {
        run(
                """
                {"to": "Jürgen <ada@example.com>", "fromName": " Läden & Söhne, \\"GmbH\\" ",
                 "subject": "Grüße {\\"a\\":1} 🎉", "body": "Straße 🎉"}""");

        MimeMessage mail = server.only("ada@example.com");
        assertThat(mail.getSubject()).isEqualTo("Grüße {\"a\":1} 🎉");
        assertThat(addresses(mail, RecipientType.TO)).containsExactly("\"Jürgen\" <ada@example.com>");
        assertThat(texts(mail.getFrom())).containsExactly("\"Läden & Söhne, \\\"GmbH\\\"\" <no-reply@example.com>");
        assertThat(html(mail).strip()).isEqualTo("<p>Straße 🎉</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"   \"", "\"\"", "null"})
    void aBlankFromNameIsIgnored(String name) throws Exception {
        run("{\"to\": \"ada@example.com\", \"fromName\": " + name + ", \"body\": \"x\"}");

        assertThat(texts(server.only("ada@example.com").getFrom())).containsExactly("Directus <no-reply@example.com>");
    }

    @Test
    void senderAndProjectComeFromTheSettings() throws Exception {
        var settings = new MailSettings("shop@example.org", "Shop", "#ff0000", "", "", null, false, null);

        new MailOperation(server.sender(), Runnable::run, settings)
                .run(Step.options("{\"to\": \"ada@example.com\", \"body\": \"x\"}"), step);

        assertThat(texts(server.only("ada@example.com").getFrom())).containsExactly("Shop <shop@example.org>");
    }

    @Test
    void wysiwygIsSentAsItIsWithEveryLineTrimmed() throws Exception {
        run(
                """
                {"to": "ada@example.com", "type": "wysiwyg",
                 "body": "<pre>\\n    indented   \\n\\t<b onclick='x()'>x</b>\\u00a0\\n</pre><script>x()</script># no heading"}""");

        assertThat(html(server.only("ada@example.com")).strip())
                .isEqualTo("<pre>\nindented\n<b onclick='x()'>x</b>\n</pre><script>x()</script># no heading");
    }

    @Test
    void aBodyThatIsNoTextIsSentAsJson() throws Exception {
        run("{\"to\": \"ada@example.com\", \"type\": \"wysiwyg\", \"body\": {\"a\": [1, null]}}");
        run("{\"to\": \"eve@example.com\", \"body\": null}");

        assertThat(html(server.only("ada@example.com")).strip()).isEqualTo("{\"a\":[1,null]}");
        assertThat(html(server.only("eve@example.com")).strip()).isEqualTo("<p>null</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"type\": \"wysiwyg\"", "\"type\": \"wysiwyg\", \"body\": \"\"", "\"body\": \"\""})
    void withoutABodyTheMailHasNoHtml(String body) throws Exception {
        run("{\"to\": \"ada@example.com\", \"subject\": \"E\", " + body + "}");

        MimeMessage mail = server.only("ada@example.com");
        assertThat(mail.isMimeType("text/plain")).isTrue();
        assertThat(((String) mail.getContent()).strip()).isEmpty();
    }

    @Test
    void aMissingMarkdownBodyRejectsWithAPlainError() {
        assertThatThrownBy(() -> run("{\"to\": \"ada@example.com\", \"subject\": \"B\"}"))
                .isInstanceOfSatisfying(Rejection.class, e -> {
                    assertThat(error(e).name()).isEqualTo("Error");
                    assertThat(error(e).isKnown()).isFalse();
                });
        assertThat(server.total()).isZero();
    }

    @Test
    void aMarkdownBodyThatIsTooLongRejects() {
        String body = "x".repeat(MarkdownHtml.MAX_LENGTH + 1);

        assertThatThrownBy(() -> run("{\"to\": \"ada@example.com\", \"body\": \"" + body + "\"}"))
                .hasMessageContaining("longer than");
    }

    @Test
    void templatesShowTheirData() throws Exception {
        run(
                """
                {"to": "ada@example.com", "type": "template", "data": {"html": "<p>Dear Ada & Co</p>"}}""");
        run(
                """
                {"to": "eve@example.com", "type": "template", "template": "user-invitation",
                 "data": "{\\"url\\": \\"https://example.com/?a=1&b=2\\"}"}""");

        assertThat(html(server.only("ada@example.com"))).contains("<p>Dear Ada & Co</p>", "Directus");
        assertThat(html(server.only("eve@example.com"))).contains("\"https://example.com/?a=1&amp;b=2\"");
    }

    @Test
    void aMissingSubjectLeavesTheHeaderOut() throws Exception {
        run("{\"to\": \"ada@example.com\", \"body\": \"x\"}");

        assertThat(server.only("ada@example.com").getSubject()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"subject\": \"X\", \"body\": \"x\"}",
                "{\"to\": \"\", \"body\": \"x\"}",
                "{\"to\": [], \"body\": \"x\"}",
                "{\"to\": \"undefined\", \"body\": \"x\"}",
                "{\"to\": [\"ada@example.com\", \"undefined\"], \"body\": \"x\"}",
                "{\"to\": 5, \"body\": \"x\"}",
                "{\"to\": \"ada@example.com\", \"cc\": \"nobody\", \"body\": \"x\"}",
                "{\"to\": \"ada@example.com\", \"replyTo\": \"a b@example.com\", \"body\": \"x\"}",
                "{\"to\": \"ada@example.com\", \"type\": \"template\", \"template\": \"no-such\"}",
                "{\"to\": \"ada@example.com\", \"type\": \"template\", \"template\": \"../base\"}"
            })
    void whatCannotBeDeliveredIsLoggedAndTheStepResolves(String options) {
        assertThat(run(options)).isEqualTo(Result.nothing());

        assertThat(step.logged()).containsExactly(FAILED);
        assertThat(server.total()).isZero();
    }

    @Test
    void withoutAMailServerTheFailureIsLogged() {
        var unconfigured = new MailOperation(null, Runnable::run, MailSettings.defaults());

        Result result = unconfigured.run(Step.options("{\"to\": \"ada@example.com\", \"body\": \"x\"}"), step);

        assertThat(result).isEqualTo(Result.nothing());
        assertThat(step.logged()).containsExactly(FAILED);
    }

    @Test
    void aMailServerThatCannotBeReachedIsLogged() {
        var sender = server.sender();
        server.close();

        new MailOperation(sender, Runnable::run, MailSettings.defaults())
                .run(Step.options("{\"to\": \"ada@example.com\", \"body\": \"x\"}"), step);

        assertThat(step.logged()).containsExactly(FAILED);
    }

    @Test
    void theStepResolvesBeforeTheMailIsDelivered() throws Exception {
        List<Runnable> waiting = new ArrayList<>();
        var later = new MailOperation(server.sender(), waiting::add, MailSettings.defaults());

        assertThat(later.run(Step.options("{\"to\": \"ada@example.com\", \"body\": \"x\"}"), step))
                .isEqualTo(Result.nothing());

        assertThat(server.total()).isZero();
        waiting.forEach(Runnable::run);
        assertThat(server.total()).isEqualTo(1);
    }

    @Test
    void aFullQueueIsADeliveryFailure() {
        var full = new MailOperation(
                server.sender(),
                task -> {
                    throw new RejectedExecutionException();
                },
                MailSettings.defaults());

        full.run(Step.options("{\"to\": \"ada@example.com\", \"body\": \"x\"}"), step);

        assertThat(step.logged()).containsExactly(FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "subject, 'Hi\\r\\nBcc: eve@example.com'",
        "subject, 'Hi\\nX: y'",
        "subject, 'Hi\\rX: y'",
        "to, 'ada@example.com\\r\\nRCPT TO:<eve@example.com>'",
        "cc, 'ada@example.com\\nX: y'",
        "bcc, 'ada@example.com\\nX: y'",
        "replyTo, 'ada@example.com\\nX: y'",
        "replyTo, '=?utf-8?q?a=0D=0AX?= <ada@example.com>'",
        "fromName, 'Ada\\r\\nX: y'"
    })
    void lineBreaksInHeadersAreRefused(String option, String value) {
        String options = "{\"to\": \"ada@example.com\", \"body\": \"x\", \"" + option + "\": \"" + value + "\"}";

        assertThatThrownBy(() -> run(options)).isInstanceOfSatisfying(Rejection.class, e -> {
            assertThat(error(e).code()).isEqualTo("INVALID_PAYLOAD");
            assertThat(error(e).message())
                    .isEqualTo("Invalid payload. \"" + option + "\" must not contain line breaks.");
        });
        assertThat(server.total()).isZero();
    }

    @Test
    void lineBreaksInsideListsAndNamesAreRefused() {
        assertThatThrownBy(() -> run("{\"to\": [\"a@example.com\", \"b@example.com\\nX: y\"], \"body\": \"x\"}"))
                .isInstanceOf(Rejection.class);
        assertThatThrownBy(() ->
                        run("{\"to\": {\"name\": \"A\\nX: y\", \"address\": \"a@example.com\"}, \"body\": \"x\"}"))
                .isInstanceOf(Rejection.class);
    }
}
