package org.camundaflows.security;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * The IPv4 address that an IPv6 address leads to. A list of IPv4 addresses is worthless as long as the same machines
 * are reachable through such a spelling, hence both are judged.
 */
final class EmbeddedAddress {

    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] COMPATIBLE = new byte[12];
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};
    private static final byte[] SIX_TO_FOUR = {0x20, 0x02};

    private EmbeddedAddress() {}

    /** Empty for IPv4 addresses and for IPv6 addresses that embed none. */
    static Optional<InetAddress> of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != 16) {
            return Optional.empty();
        }
        if (startsWith(bytes, NAT64) || startsWith(bytes, COMPATIBLE) || startsWith(bytes, MAPPED)) {
            return Optional.of(IpLiteral.ofBytes(Arrays.copyOfRange(bytes, 12, 16)));
        }
        if (startsWith(bytes, SIX_TO_FOUR)) {
            return Optional.of(IpLiteral.ofBytes(Arrays.copyOfRange(bytes, 2, 6)));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
