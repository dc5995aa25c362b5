package org.camundaflows.operations.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.camundaflows.json.ErrorValue;

/** The error of options that cannot be used. */
final class InvalidPayload {

    private InvalidPayload() {}

    /** @param reason without a full stop at its end */
    static ErrorValue because(String reason) {
        return ErrorValue.known(
                "INVALID_PAYLOAD",
                400,
                "Invalid payload. " + reason + ".",
                JsonNodeFactory.instance.objectNode().put("reason", reason));
    }
}
