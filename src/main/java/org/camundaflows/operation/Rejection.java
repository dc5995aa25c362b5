package org.camundaflows.operation;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.json.ErrorValue;

/** Rejects the step that runs; carries the value kept under the operation's key. */
public final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonNode value;

    public Rejection(JsonNode value) {
        super("rejected", null, false, false);
        this.value = value;
    }

    public Rejection(ErrorValue error) {
        super(error.message(), null, false, false);
        this.value = error.toNode();
    }

    public JsonNode value() {
        return value;
    }
}
