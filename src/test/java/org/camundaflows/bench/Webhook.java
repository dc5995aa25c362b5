package org.camundaflows.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Calls webhooks of one server over connections that stay open. */
final class Webhook implements AutoCloseable {

    private static final byte[] BODY = Workload.BODY.getBytes(StandardCharsets.UTF_8);

    private final CloseableHttpClient client;
    private final String url;

    Webhook(String server, int connections) {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(connections);
        pool.setDefaultMaxPerRoute(connections);
        client = HttpClients.custom()
                .setConnectionManager(pool)
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build();
        url = server + "/flows/trigger/";
    }

    /** @throws IOException if the answer is no success */
    void call(String flow) throws IOException {
        HttpPost post = new HttpPost(url + flow);
        post.setEntity(new ByteArrayEntity(BODY, ContentType.APPLICATION_JSON));
        client.execute(post, response -> {
            String answer = EntityUtils.toString(response.getEntity());
            if (response.getCode() != 200 || !answer.contains("post-7")) {
                throw new IOException("The webhook answered " + response.getCode() + " " + answer);
            }
            return null;
        });
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
