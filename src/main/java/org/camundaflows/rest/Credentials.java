package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.camundaflows.trigger.Refusal;

/** The body of a sign-in. */
final class Credentials {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");

    private Credentials() {}

    /**
     * The body, if it is one.
     *
     * @throws Refusal naming what is missing or wrong
     */
    static ObjectNode checked(JsonNode body) {
        ObjectNode credentials = body instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        String email = text(credentials, "email");
        if (!EMAIL.matcher(email).matches()) {
            throw Refusal.invalidPayload("\"email\" must be a valid email");
        }
        text(credentials, "password");
        if (credentials.has("otp")) {
            text(credentials, "otp");
        }
        return credentials;
    }

    private static String text(ObjectNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            throw Refusal.invalidPayload("\"" + name + "\" is required");
        }
        if (!value.isTextual()) {
            throw Refusal.invalidPayload("\"" + name + "\" must be a string");
        }
        if (value.textValue().isEmpty()) {
            throw Refusal.invalidPayload("\"" + name + "\" is not allowed to be empty");
        }
        return value.textValue();
    }
}
