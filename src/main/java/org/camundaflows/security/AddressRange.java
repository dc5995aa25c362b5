package org.camundaflows.security;

import java.net.InetAddress;
import java.util.Arrays;

/** The addresses of one family between two, both included. */
final class AddressRange {

    private static final int V4_BITS = 32;
    private static final int MAPPED_PREFIX = 96;

    private final byte[] first;
    private final byte[] last;

    /** @param first 4 or 16 bytes; {@code last} has as many and is not below */
    private AddressRange(byte[] first, byte[] last) {
        this.first = first;
        this.last = last;
    }

    /**
     * Reads {@code a}, {@code a/bits} or {@code a-b}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return block(text, text.substring(0, slash), text.substring(slash + 1));
        }
        int dash = text.indexOf('-');
        if (dash < 0) {
            byte[] only = IpLiteral.strict(text).getAddress();
            return new AddressRange(only, only);
        }
        byte[] first = IpLiteral.strict(text.substring(0, dash).trim()).getAddress();
        byte[] last = IpLiteral.strict(text.substring(dash + 1).trim()).getAddress();
        if (first.length != last.length || Arrays.compareUnsigned(first, last) > 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not a range from a lower to a higher address");
        }
        return new AddressRange(first, last);
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == first.length
                && Arrays.compareUnsigned(first, bytes) <= 0
                && Arrays.compareUnsigned(bytes, last) <= 0;
    }

    private static AddressRange block(String text, String base, String prefix) {
        byte[] first = IpLiteral.strict(base.trim()).getAddress();
        // Java reads ::ffff:a.b.c.d as the IPv4 address it stands for; the prefix then counts from there.
        boolean mapped = base.indexOf(':') >= 0 && first.length * 8 == V4_BITS;
        int bits = prefixLength(text, prefix.trim()) - (mapped ? MAPPED_PREFIX : 0);
        if (bits < 0 || bits > first.length * 8) {
            throw badPrefix(text);
        }
        byte[] last = first.clone();
        for (int bit = bits; bit < first.length * 8; bit++) {
            int mask = 0x80 >> bit % 8;
            first[bit / 8] &= (byte) ~mask;
            last[bit / 8] |= (byte) mask;
        }
        return new AddressRange(first, last);
    }

    private static int prefixLength(String text, String prefix) {
        if (!prefix.matches("[0-9]{1,3}")) {
            throw badPrefix(text);
        }
        return Integer.parseInt(prefix);
    }

    private static IllegalArgumentException badPrefix(String text) {
        return new IllegalArgumentException("\"" + text + "\" has a bad prefix length");
    }
}
