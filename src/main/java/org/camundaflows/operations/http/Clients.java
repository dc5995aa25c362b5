package org.camundaflows.operations.http;

import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.camundaflows.security.AddressGuard;

/** Makes the HTTP client. */
final class Clients {

    private static final int HEADER_LINE = 65_536;
    private static final int HEADERS = 1000;

    /** No queue for connections: whoever limits the steps that run at once limits the requests too. */
    private static final int CONNECTIONS = 10_000;

    private Clients() {}

    /**
     * A client that only does what it is told: it follows no redirects, keeps no cookies, answers no challenges, repeats
     * nothing. Each request has a connection of its own; a kept one may be closed by the server just when the next
     * request is written, and a request that is not harmless to repeat would fail for no reason.
     */
    static CloseableHttpClient create(AddressGuard guard, RequestLimits limits) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(guard, limits))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setConnectionRequestTimeout(Timeout.of(limits.totalTime()))
                        .setResponseTimeout(Timeout.of(limits.totalTime()))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(AddressGuard guard, RequestLimits limits) {
        Timeout total = Timeout.of(limits.totalTime());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedDnsResolver(guard))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(total)
                        .setSocketTimeout(total)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.ISO_8859_1)
                                .build())
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(HEADER_LINE)
                                .setMaxHeaderCount(HEADERS)
                                .build())
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
    }
}
