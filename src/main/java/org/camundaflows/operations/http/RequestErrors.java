package org.camundaflows.operations.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Rejection;
import org.jspecify.annotations.Nullable;

/** The errors of a request that got no answer: name, code and message, never the request itself. */
final class RequestErrors {

    private RequestErrors() {}

    static Rejection invalidUrl() {
        return of("TypeError", "ERR_INVALID_URL", "Invalid URL");
    }

    static Rejection unsupportedProtocol(String scheme) {
        return of("Error", "ERR_BAD_REQUEST", "Unsupported protocol " + scheme + ":");
    }

    static Rejection headersNotAList() {
        return of("TypeError", null, "\"headers\" must be a list of objects with \"header\" and \"value\"");
    }

    static Rejection invalidToken(String what, String token) {
        return of("TypeError", "ERR_INVALID_HTTP_TOKEN", what + " must be a valid HTTP token [\"" + token + "\"]");
    }

    static Rejection invalidHeaderValue(String name) {
        return of("TypeError", "ERR_INVALID_CHAR", "Invalid character in header content [\"" + name + "\"]");
    }

    static Rejection tooManyRedirects() {
        return coded("ERR_FR_TOO_MANY_REDIRECTS", "Maximum number of redirects exceeded");
    }

    static Rejection badRedirect(String why) {
        return coded("ERR_FR_REDIRECTION_FAILURE", "Redirected request failed: " + why);
    }

    static Rejection network(@Nullable String code, String message) {
        return of("Error", code, message);
    }

    private static Rejection coded(String code, String message) {
        return of("Error [" + code + "]", code, message);
    }

    private static Rejection of(String name, @Nullable String code, String message) {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        if (code != null) {
            more.put("code", code);
        }
        return new Rejection(ErrorValue.described(name, message, more));
    }
}
