package org.camundaflows.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenyListTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.77.1/16, 10.1.0.0, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.0.0.0/9, 10.128.0.0, false",
        "10.0.0.5-10.0.1.2, 10.0.0.4, false",
        "10.0.0.5-10.0.1.2, 10.0.0.5, true",
        "10.0.0.5 - 10.0.1.2, 10.0.1.2, true",
        "10.0.0.5-10.0.1.2, 10.0.1.3, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 8.8.8.8, false",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fe12::1, false",
        "2001:db8::1-2001:db8::ff, 2001:db8::80, true",
        "2001:db8::1-2001:db8::ff, 2001:db8::100, false",
        "::ffff:10.0.0.0/104, 10.200.0.1, true",
        "255.255.255.255, 255.255.255.255, true",
        "10.0.0.1/32, 10.0.0.2, false",
    })
    void anEntryDeniesWhatItCovers(String entry, String address, boolean denied) throws Exception {
        assertThat(DenyList.parse(entry, false).denies(InetAddress.getByName(address)))
                .isEqualTo(denied);
    }

    @Test
    void severalEntriesAndBlanksAreAccepted() throws Exception {
        DenyList list = DenyList.parse(" 10.0.0.1 ,, 192.168.0.0/24,", false);

        assertThat(list.denies(InetAddress.getByName("10.0.0.1"))).isTrue();
        assertThat(list.denies(InetAddress.getByName("192.168.0.9"))).isTrue();
        assertThat(list.denies(InetAddress.getByName("192.168.1.9"))).isFalse();
    }

    @Test
    void anEmptyListDeniesNothing() throws Exception {
        assertThat(DenyList.parse("", false).denies(InetAddress.getByName("127.0.0.1")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "127.255.0.1", "0.0.0.0", "::1", "::", "169.254.169.254"})
    void theDefaultDeniesThisMachineAndTheMetadataService(String address) throws Exception {
        assertThat(DenyList.parse(DenyList.DEFAULT, false).denies(InetAddress.getByName(address)))
                .isTrue();
    }

    @Test
    void zerosStandForEveryInterfaceOfThisMachine() throws Exception {
        DenyList list = DenyList.parse("0.0.0.0", false);
        List<InetAddress> own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .toList();

        assertThat(own).isNotEmpty().allMatch(list::denies);
        assertThat(list.denies(InetAddress.getByName("8.8.8.8"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::ffff:169.254.169.254",
                "::ffff:a9fe:a9fe",
                "::169.254.169.254",
                "64:ff9b::169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "2002:7f00:1::",
                "64:ff9b::127.0.0.1",
                "::127.0.0.1",
            })
    void anEmbeddedAddressIsJudgedToo(String address) throws Exception {
        assertThat(DenyList.parse(DenyList.DEFAULT, false).denies(InetAddress.getByName(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"64:ff9b::8.8.8.8", "2002:808:808::1", "2606:4700::1111", "8.8.8.8", "10.0.0.1"})
    void theDefaultAllowsTheRest(String address) throws Exception {
        assertThat(DenyList.parse(DenyList.DEFAULT, false).denies(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "127.0.0.1", "0.1.2.3",
                "169.254.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1", "192.0.0.192", "::1",
                "::", "fe80::1", "fec0::1", "fc00::1", "fd00::1", "ff02::1", "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1", "2002:c0a8:101::1", "64:ff9b:1::1", "2001::1", "::192.168.0.1",
            })
    void strictDeniesEverythingThatIsNotPublic(String address) throws Exception {
        assertThat(DenyList.parse("", true).denies(InetAddress.getByName(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2001:4860::1", "198.20.0.1"})
    void strictAllowsPublicAddresses(String address) throws Exception {
        assertThat(DenyList.parse("", true).denies(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, \"localhost\" is not an IP address",
        "10.0.0, \"10.0.0\" is not an IP address",
        "10.0.0.256, \"10.0.0.256\" is not an IP address",
        "010.0.0.1, \"010.0.0.1\" is not an IP address",
        "::g, \"::g\" is not an IP address",
        "1:2, \"1:2\" is not an IP address",
        "10.0.0.0/33, \"10.0.0.0/33\" has a bad prefix length",
        "::/129, \"::/129\" has a bad prefix length",
        "10.0.0.0/-1, \"10.0.0.0/-1\" has a bad prefix length",
        "10.0.0.0/, \"10.0.0.0/\" has a bad prefix length",
        "10.0.0.0/a, \"10.0.0.0/a\" has a bad prefix length",
        "10.0.0.9-10.0.0.1, \"10.0.0.9-10.0.0.1\" is not a range from a lower to a higher address",
        "10.0.0.1-::1, \"10.0.0.1-::1\" is not a range from a lower to a higher address",
        "10.0.0.1-, \"\" is not an IP address",
    })
    void aBadEntryIsNamedInOneLine(String entry, String fault) {
        assertThatThrownBy(() -> DenyList.parse("10.0.0.1," + entry, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("IMPORT_IP_DENY_LIST: " + fault);
    }
}
