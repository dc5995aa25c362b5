package org.camundaflows.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.0.0.1., 127.0.0.1",
        "127.1, 127.0.0.1",
        "127.0.1, 127.0.0.1",
        "2130706433, 127.0.0.1",
        "017700000001, 127.0.0.1",
        "0177.0.0.1, 127.0.0.1",
        "0x7f.1, 127.0.0.1",
        "0x7F000001, 127.0.0.1",
        "0xA9FEA9FE, 169.254.169.254",
        "10.0.300, 10.0.1.44",
        "0, 0.0.0.0",
        "0x, 0.0.0.0",
        "[::1], ::1",
        "::1, ::1",
        "[::ffff:127.0.0.1], 127.0.0.1",
        "[::ffff:7f00:1], 127.0.0.1",
        "4294967295, 255.255.255.255",
    })
    void everyNotationOfAnAddressIsRead(String host, String address) throws Exception {
        assertThat(IpLiteral.of(host)).contains(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.", "example.com", "1.example", "0x7f.example", "a.1b", "", "."})
    void aNameIsNoAddress(String host) {
        assertThat(IpLiteral.of(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "256.1.1.1",
                "1.2.3.4.5",
                "4294967296",
                "1.2.3.0x100",
                "08.1.1.1",
                "example.1",
                "1..2",
                "[::g]",
                "[]",
                "[127.0.0.1]",
                "[::1",
                "[fe80::1%25lo]",
                "99999999999999999999",
            })
    void whatCanOnlyBeAnAddressButIsNoneIsRefused(String host) {
        assertThatIllegalArgumentException().isThrownBy(() -> IpLiteral.of(host));
    }
}
