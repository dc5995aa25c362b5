package org.camundaflows.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads IP addresses in all notations that URLs know, without asking a name server: {@code 127.0.0.1}, {@code 127.1},
 * {@code 2130706433}, {@code 0x7f.1}, {@code 0177.0.0.1}, {@code [::1]}. The notations are those of the WHATWG URL
 * standard, so that a host means the same address to the check, to the connection and to browsers.
 */
public final class IpLiteral {

    private static final Pattern V6_CHARACTERS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final Pattern DOTTED_QUAD = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final int PARTS = 4;

    private IpLiteral() {}

    /**
     * The address a host stands for, empty when the host is a name.
     *
     * @throws IllegalArgumentException if the host can only be meant as an address but is none, such as {@code
     *     256.1.1.1}, {@code 1.2.3.4.5} or {@code [::g]}
     */
    public static Optional<InetAddress> of(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return Optional.of(v6(host.substring(1, host.length() - 1)));
        }
        if (host.indexOf(':') >= 0) {
            return Optional.of(v6(host));
        }
        List<String> parts = new ArrayList<>(List.of(host.split("\\.", -1)));
        if (parts.size() > 1 && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        if (!NUMBER.matcher(parts.get(parts.size() - 1)).matches()) {
            return Optional.empty();
        }
        return Optional.of(v4(host, parts));
    }

    /**
     * An address in its usual notation: four decimal numbers, or IPv6 without brackets.
     *
     * @throws IllegalArgumentException for anything else
     */
    static InetAddress strict(String text) {
        if (text.indexOf(':') < 0 && !DOTTED_QUAD.matcher(text).matches()) {
            throw notAnAddress(text);
        }
        return text.indexOf(':') >= 0 ? v6(text) : v4(text, List.of(text.split("\\.", -1)));
    }

    private static InetAddress v6(String text) {
        if (!V6_CHARACTERS.matcher(text).matches()) {
            throw notAnAddress(text);
        }
        try {
            // In brackets it is taken as a literal, never looked up.
            return InetAddress.getByName("[" + text + "]");
        } catch (UnknownHostException e) {
            throw notAnAddress(text);
        }
    }

    /** Each part is one byte, but the last one fills all that remain. */
    private static InetAddress v4(String host, List<String> parts) {
        if (parts.size() > PARTS) {
            throw notAnAddress(host);
        }
        long address = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            int bits = last ? 8 * (PARTS - i) : 8;
            long part = number(parts.get(i)).orElseThrow(() -> notAnAddress(host));
            if (part >= 1L << bits) {
                throw notAnAddress(host);
            }
            address = address << bits | part;
        }
        return v4(address);
    }

    private static InetAddress v4(long address) {
        byte[] bytes = {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
        return ofBytes(bytes);
    }

    /** @param bytes 4 or 16 of them */
    static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not 4 or 16 bytes", e);
        }
    }

    private static OptionalLong number(String part) {
        if (!NUMBER.matcher(part).matches()) {
            return OptionalLong.empty();
        }
        boolean hex = part.length() > 1 && (part.charAt(1) == 'x' || part.charAt(1) == 'X');
        boolean octal = !hex && part.length() > 1 && part.charAt(0) == '0';
        String digits = hex ? part.substring(2) : part;
        try {
            return OptionalLong.of(digits.isEmpty() ? 0 : Long.parseLong(digits, hex ? 16 : octal ? 8 : 10));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException("\"" + text + "\" is not an IP address");
    }
}
