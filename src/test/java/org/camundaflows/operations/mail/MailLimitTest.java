package org.camundaflows.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.POJONode;
import java.time.Duration;
import java.time.Instant;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Rejection;
import org.junit.jupiter.api.Test;

class MailLimitTest {

    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private final MailSettings settings =
            new MailSettings("", "", "", "", "", null, false, new MailSettings.Limit(2, Duration.ofSeconds(60)));
    private final MailOperation operation = new MailOperation(null, Runnable::run, settings, () -> now);

    private void send(String flow) {
        operation.run(Step.options("{\"to\": \"ada@example.com\", \"body\": \"x\"}"), new Step(flow));
    }

    @Test
    void aFlowThatHasUsedUpItsMailsIsRejected() {
        send("a");
        send("a");

        assertThatThrownBy(() -> send("a")).isInstanceOfSatisfying(Rejection.class, e -> {
            ErrorValue error = (ErrorValue) ((POJONode) e.value()).getPojo();
            assertThat(error.code()).isEqualTo("EMAIL_LIMIT_EXCEEDED");
            assertThat(error.status()).isEqualTo(429);
        });
    }

    @Test
    void flowsAreCountedApart() {
        send("a");
        send("a");
        send("b");

        assertThatThrownBy(() -> send("a")).isInstanceOf(Rejection.class);
    }

    @Test
    void aNewWindowBeginsWhenTheTimeIsOver() {
        send("a");
        send("a");
        now = now.plusSeconds(59);
        assertThatThrownBy(() -> send("a")).isInstanceOf(Rejection.class);
        now = now.plusSeconds(1);
        send("a");
        send("a");

        assertThatThrownBy(() -> send("a")).isInstanceOf(Rejection.class);
    }

    @Test
    void aLimitNeedsPointsAndTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MailSettings.Limit(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MailSettings.Limit(1, Duration.ZERO));
    }
}
