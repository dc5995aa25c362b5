package org.camundaflows.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.camundaflows.json.ErrorValue;

/** Ends a request with an error; {@link #thrown} is an error value, an array of them, or any other value. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonNode thrown;

    public Refusal(JsonNode thrown) {
        super("refused", null, false, false);
        this.thrown = thrown;
    }

    public Refusal(ErrorValue error) {
        this(error.toNode());
    }

    public JsonNode thrown() {
        return thrown;
    }

    static Refusal forbidden() {
        return new Refusal(ErrorValue.known("FORBIDDEN", 403, "You don't have permission to access this.", null));
    }

    public static Refusal invalidPayload(String reason) {
        return reasoned("INVALID_PAYLOAD", "Invalid payload. ", reason);
    }

    public static Refusal invalidQuery(String reason) {
        return reasoned("INVALID_QUERY", "Invalid query. ", reason);
    }

    public static Refusal routeNotFound(String path) {
        return new Refusal(ErrorValue.known(
                "ROUTE_NOT_FOUND",
                404,
                "Route " + path + " doesn't exist.",
                JsonNodeFactory.instance.objectNode().put("path", path)));
    }

    private static Refusal reasoned(String code, String start, String reason) {
        return new Refusal(ErrorValue.known(
                code,
                400,
                start + reason + ".",
                JsonNodeFactory.instance.objectNode().put("reason", reason)));
    }
}
