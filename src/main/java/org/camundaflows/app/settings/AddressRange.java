package org.camundaflows.app.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The notation of deny lists: an address, a network in CIDR notation, or a range of addresses. */
final class AddressRange {

    static final String EXPECTED = "IP addresses, networks (10.0.0.0/8) or ranges (10.0.0.1-10.0.0.9)";

    private static final Pattern IPV4 =
            Pattern.compile("(%1$s)(\\.(%1$s)){3}".formatted("25[0-5]|2[0-4]\\d|1?\\d?\\d"));
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private AddressRange() {}

    static boolean isValid(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return isNetwork(text.substring(0, slash), text.substring(slash + 1));
        }
        int dash = text.indexOf('-');
        if (dash >= 0) {
            InetAddress first = address(text.substring(0, dash).strip());
            InetAddress last = address(text.substring(dash + 1).strip());
            return first != null && last != null && first.getClass() == last.getClass();
        }
        return address(text) != null;
    }

    private static boolean isNetwork(String address, String bits) {
        InetAddress network = address(address);
        return network != null
                && bits.matches("\\d{1,3}")
                && Integer.parseInt(bits) <= network.getAddress().length * Byte.SIZE;
    }

    /** Reads address literals only: a name would be looked up. */
    private static @Nullable InetAddress address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
