package org.camundaflows.operations.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.camundaflows.operation.Rejection;
import org.camundaflows.security.AddressGuard;
import org.camundaflows.security.DenyList;

class UrlFuzzTest {

    private static final DenyList DENIED = DenyList.parse(DenyList.DEFAULT, true);
    private static final AddressGuard GUARD = new AddressGuard(DENIED, host -> {
        throw new UnknownHostException(host);
    });

    @FuzzTest(maxDuration = "15m")
    void noUrlLeadsToADeniedAddress(byte[] input) throws Exception {
        TargetUrl url;
        try {
            url = TargetUrl.parse(new String(input, StandardCharsets.UTF_8));
        } catch (Rejection e) {
            return;
        }
        assertThat(TargetUrl.parse(url.scheme() + "://" + url.authority() + url.path()))
                .isEqualTo(new TargetUrl(url.scheme(), null, url.host(), url.port(), url.path()));
        try {
            for (InetAddress address : GUARD.resolve(url.host())) {
                assertThat(address.isLoopbackAddress()
                                || address.isAnyLocalAddress()
                                || address.isLinkLocalAddress()
                                || address.isSiteLocalAddress()
                                || address.isMulticastAddress())
                        .isFalse();
            }
        } catch (UnknownHostException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
