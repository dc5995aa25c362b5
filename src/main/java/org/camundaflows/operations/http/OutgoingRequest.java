package org.camundaflows.operations.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.jspecify.annotations.Nullable;

/** One request to one target, as it is sent. */
record OutgoingRequest(String method, TargetUrl url, RequestHeaders headers, @Nullable String body) {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie");
    private static final int SEE_OTHER = 303;

    /** @throws Rejection if the options make no legal request */
    static OutgoingRequest of(Options options) {
        RequestHeaders headers = RequestHeaders.of(options.raw("headers"));
        TargetUrl url = TargetUrl.parse(options.text("url"));
        String method = method(options);
        RequestBody body = RequestBody.of(options.raw("body"), headers.value("content-type"), method);
        RequestHeaders complete = headers.withDefault("Accept", "application/json, text/plain, */*")
                .withDefault("User-Agent", "camunda-flows")
                .withDefault("Accept-Encoding", "gzip, deflate");
        if (body.contentType() != null) {
            complete = complete.with("Content-Type", body.contentType());
        }
        return new OutgoingRequest(method, url, withCredentials(complete, url), body.text());
    }

    /**
     * The request that a redirect asks for. A POST answered by 301 or 302, and anything but HEAD answered by 303, goes on
     * as GET without body. Credentials stay with the host they were meant for.
     *
     * @throws Rejection if it leads to no http or https URL
     */
    OutgoingRequest redirected(int status, String location) {
        TargetUrl target = target(location);
        boolean asGet = (method.equals("POST") && (status == 301 || status == 302))
                || (status == SEE_OTHER && !method.equals("HEAD"));
        boolean trusted = url.mayShareSecretsWith(target);
        RequestHeaders kept = headers.without(name ->
                name.equals("host") || (asGet && name.startsWith("content-")) || (!trusted && SECRET.contains(name)));
        return new OutgoingRequest(asGet ? "GET" : method, target, withCredentials(kept, target), asGet ? null : body);
    }

    private TargetUrl target(String location) {
        try {
            return url.resolve(location);
        } catch (Rejection e) {
            throw RequestErrors.badRedirect(e.getMessage() == null ? "Invalid URL" : e.getMessage());
        }
    }

    private static String method(Options options) {
        String method = options.isNothing("method") ? "" : options.text("method");
        if (method.isEmpty()) {
            return "GET";
        }
        if (!TOKEN.matcher(method).matches()) {
            throw RequestErrors.invalidToken("Method", method);
        }
        return method.toUpperCase(Locale.ROOT);
    }

    /** User and password in a URL are sent as basic authentication. */
    private static RequestHeaders withCredentials(RequestHeaders headers, TargetUrl url) {
        if (url.userInfo() == null || url.userInfo().isEmpty()) {
            return headers;
        }
        String userInfo = url.userInfo().contains(":") ? url.userInfo() : url.userInfo() + ":";
        byte[] plain = UrlEncoding.decode(userInfo).getBytes(StandardCharsets.UTF_8);
        return headers.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(plain));
    }
}
