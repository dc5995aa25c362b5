package org.camundaflows.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.POJONode;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailWaitsForDeliveryTest {

    private static final MailSettings WAITING = new MailSettings("", "", "", "", "", null, true, null);

    private final MailServerFixture server = new MailServerFixture();
    private final Step step = new Step();
    private final MailOperation operation = new MailOperation(
            server.sender(),
            task -> {
                throw new AssertionError("delivered in the background");
            },
            WAITING);

    @AfterEach
    void stop() {
        server.close();
    }

    private ErrorValue rejected(String options) {
        Result result = operation.run(Step.options(options), step);
        assertThat(result).isInstanceOf(Result.Rejected.class);
        return (ErrorValue) ((POJONode) ((Result.Rejected) result).value()).getPojo();
    }

    @Test
    void theStepResolvesWhenTheServerHasTakenTheMail() {
        assertThat(operation.run(Step.options("{\"to\": \"ada@example.com\", \"body\": \"x\"}"), step))
                .isEqualTo(Result.nothing());
        assertThat(server.total()).isEqualTo(1);
    }

    @Test
    void missingRecipientsReject() {
        assertThat(rejected("{\"body\": \"x\"}").message()).isEqualTo("No recipients defined");
        assertThat(rejected("{\"to\": \"undefined\", \"body\": \"x\"}").message())
                .isEqualTo("No mail address in \"to\": undefined");
        assertThat(step.logged()).isEmpty();
    }

    @Test
    void aMissingTemplateRejects() {
        ErrorValue error = rejected("{\"to\": \"ada@example.com\", \"type\": \"template\", \"template\": \"nope\"}");

        assertThat(error.code()).isEqualTo("INVALID_PAYLOAD");
        assertThat(error.message()).isEqualTo("Invalid payload. Template \"nope\" doesn't exist.");
    }

    @Test
    void aServerThatCannotBeReachedRejects() {
        server.close();

        ErrorValue error = rejected("{\"to\": \"ada@example.com\", \"body\": \"x\"}");

        assertThat(error.name()).isEqualTo("Error");
        assertThat(error.isKnown()).isFalse();
        assertThat(error.message()).isNotBlank();
    }
}
