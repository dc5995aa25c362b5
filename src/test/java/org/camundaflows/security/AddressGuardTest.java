package org.camundaflows.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final DenyList DEFAULT = DenyList.parse(DenyList.DEFAULT, false);

    private final AddressGuard guard = new AddressGuard(DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "127.0.0.2",
                "0.0.0.0",
                "0",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "[::1]",
                "::1",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "localhost",
                "127.0.0.1.",
                "169.254.169.254",
                "0xa9fea9fe",
            })
    void everySpellingOfThisMachineIsDenied(String host) {
        assertThatThrownBy(() -> guard.resolve(host))
                .isInstanceOf(DeniedAddressException.class)
                .hasMessage("Requested domain \"" + host + "\" resolves to a denied IP address");
    }

    @Test
    void aNameIsJudgedByItsAddressHoweverItIsSpelled() {
        AddressGuard named = new AddressGuard(DEFAULT, host -> {
            assertThat(host).isEqualTo("localhost.");
            return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        });

        assertThatThrownBy(() -> named.resolve("localhost.")).isInstanceOf(DeniedAddressException.class);
    }

    @Test
    void oneDeniedAddressAmongSeveralIsEnough() {
        AddressGuard mixed = new AddressGuard(DEFAULT, host ->
                new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1")});

        assertThatThrownBy(() -> mixed.resolve("mixed.example")).isInstanceOf(DeniedAddressException.class);
    }

    @Test
    void allowedAddressesComeAsTheNameServiceGaveThem() throws Exception {
        InetAddress[] addresses = {InetAddress.getByName("9.9.9.9"), InetAddress.getByName("8.8.8.8")};

        assertThat(new AddressGuard(DEFAULT, host -> addresses).resolve("a.example"))
                .containsExactly(addresses);
    }

    @Test
    void aBrokenAddressIsAnUnknownHost() {
        assertThatThrownBy(() -> guard.resolve("256.1.1.1"))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(DeniedAddressException.class);
    }
}
