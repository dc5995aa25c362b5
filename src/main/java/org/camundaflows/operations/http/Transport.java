package org.camundaflows.operations.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.URIAuthority;
import org.camundaflows.operation.Rejection;
import org.camundaflows.security.AddressGuard;
import org.jspecify.annotations.Nullable;

/** Sends one request and reads its answer, without following it anywhere. */
final class Transport implements AutoCloseable {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final CloseableHttpClient client;
    private final AddressGuard guard;
    private final RequestLimits limits;

    Transport(AddressGuard guard, RequestLimits limits) {
        this.client = Clients.create(guard, limits);
        this.guard = guard;
        this.limits = limits;
    }

    /** @throws Rejection if there is no answer */
    Reply send(OutgoingRequest request, Deadline deadline) {
        HttpUriRequestBase message = message(request);
        deadline.watch(message);
        TargetUrl url = request.url();
        try {
            HttpHost host = new HttpHost(url.scheme(), url.host(), url.port());
            return client.execute(host, message, reply -> read(reply, message));
        } catch (IOException e) {
            throw new NetworkFault(url, guard, limits).of(e, deadline);
        } finally {
            deadline.watch(() -> false);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private static HttpUriRequestBase message(OutgoingRequest request) {
        TargetUrl url = request.url();
        // The path is set apart: a java.net.URI refuses characters that may stand in one.
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), URI.create("/"));
        message.setScheme(url.scheme());
        message.setAuthority(new URIAuthority(url.host(), url.port()));
        message.setPath(url.path());
        RequestHeaders headers = request.headers().withDefault("Host", url.authority());
        headers.byName().values().forEach(header -> header.values()
                .forEach(value -> message.addHeader(header.name(), value)));
        message.setHeader("Connection", "close");
        String body = request.body();
        if (body != null || !WITHOUT_BODY.contains(request.method())) {
            byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
            message.setEntity(new ByteArrayEntity(bytes, null));
        }
        return message;
    }

    private Reply read(ClassicHttpResponse response, HttpUriRequestBase message) throws IOException {
        try {
            String location = location(response);
            Header encoding = response.getFirstHeader("content-encoding");
            ReplyText text = location != null
                    ? new ReplyText("", false)
                    : ReplyText.read(response.getEntity(), encoding, (int) limits.responseBytes());
            if (text.decoded()) {
                response.removeHeaders("content-encoding");
            }
            String reason = response.getReasonPhrase();
            return new Reply(
                    response.getCode(),
                    reason == null ? "" : reason,
                    ReplyHeaders.of(response.getHeaders()),
                    text.value(),
                    location);
        } finally {
            // Closes the connection; else the client would read what is left, and that may never end.
            message.cancel();
        }
    }

    private static @Nullable String location(ClassicHttpResponse response) {
        Header location = response.getFirstHeader("location");
        boolean redirect = response.getCode() >= 300 && response.getCode() < 400;
        return redirect && location != null && location.getValue() != null ? location.getValue() : null;
    }
}
