package org.camundaflows.operations.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;

/** Keeps line breaks out of everything that becomes a header: they would let a value write headers of its own. */
final class HeaderText {

    private static final List<String> OPTIONS = List.of("subject", "to", "cc", "bcc", "replyTo", "fromName");

    private HeaderText() {}

    /** @throws Rejection that names the option with a line break in it */
    static void check(Options options) {
        OPTIONS.forEach(option -> check(option, options.raw(option)));
    }

    private static void check(String option, JsonNode value) {
        if (value.isTextual()) {
            check(option, value.textValue());
        } else {
            value.forEach(element -> check(option, element));
        }
    }

    /** @throws Rejection that names the option, if the text has a line break in it */
    static void check(String option, String text) {
        if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new Rejection(InvalidPayload.because("\"" + option + "\" must not contain line breaks"));
        }
    }
}
