package org.camundaflows.security;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer to a caller who is not let in, with the code and text that Directus uses. */
public enum AccessError {
    /** Credentials are missing or wrong. */
    INVALID_CREDENTIALS(401, "Invalid user credentials."),
    /** The caller is known but may not do this. */
    FORBIDDEN(403, "You don't have permission to access this."),
    /** A token that was good until some moment in the past. */
    TOKEN_EXPIRED(401, "Token expired."),
    /** A token that this server has not signed. */
    INVALID_TOKEN(403, "Invalid token."),
    /** The one-time password of a user who needs one is missing or wrong. */
    INVALID_OTP(401, "Invalid user OTP."),
    /** More sign-ins at once than the server can check. */
    REQUESTS_EXCEEDED(429, "Too many requests, retry later."),
    /** Credentials in more than one place. */
    INVALID_PAYLOAD(400, "The request uses more than one method for including an access token"),
    /** An address in a form that no client needs and attackers use. */
    REFUSED_ADDRESS(400, "INVALID_PAYLOAD", "Invalid payload. The address of the request is not acceptable.");

    private final int status;
    private final String code;
    private final String message;

    AccessError(int status, String message) {
        this.status = status;
        this.code = name();
        this.message = message;
    }

    AccessError(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String message() {
        return message;
    }

    /** {@code {"errors":[{"message":…,"extensions":{"code":…}}]}}. */
    public ObjectNode envelope() {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ObjectNode error = envelope.putArray("errors").addObject().put("message", message);
        error.putObject("extensions").put("code", code);
        return envelope;
    }
}
