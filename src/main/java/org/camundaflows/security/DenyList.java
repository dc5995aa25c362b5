package org.camundaflows.security;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** The addresses that flows must not reach. */
public final class DenyList {

    /** What applies when nothing is configured: this machine and the metadata service of cloud providers. */
    public static final String DEFAULT = "0.0.0.0,169.254.169.254";

    private static final String OWN_MACHINE = "0.0.0.0";

    /** Everything that is not a public unicast address. */
    private static final String NOT_PUBLIC = "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,"
            + "172.16.0.0/12,192.0.0.0/24,192.168.0.0/16,198.18.0.0/15,224.0.0.0/4,240.0.0.0/4,"
            + "::/128,::1/128,64:ff9b:1::/48,100::/64,2001::/32,fc00::/7,fe80::/10,fec0::/10,ff00::/8";

    private final boolean ownMachine;
    private final List<AddressRange> ranges;

    private DenyList(boolean ownMachine, List<AddressRange> ranges) {
        this.ownMachine = ownMachine;
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Reads the syntax of {@code IMPORT_IP_DENY_LIST}: entries between commas, each an address, a CIDR block or a
     * range {@code a-b}; {@code 0.0.0.0} stands for this machine: loopback and all its interfaces. Blank entries are
     * ignored, a blank list denies nothing.
     *
     * @param strict whether all private, loopback, link-local, unique-local, carrier-grade NAT, multicast and reserved
     *     addresses are denied as well, whatever the list says
     * @throws IllegalArgumentException naming the entry that is none of these
     */
    public static DenyList parse(String list, boolean strict) {
        boolean ownMachine = strict;
        List<AddressRange> ranges = new ArrayList<>();
        String all = strict ? list + "," + NOT_PUBLIC : list;
        for (String part : all.split(",", -1)) {
            String entry = part.trim();
            if (entry.equals(OWN_MACHINE)) {
                ownMachine = true;
            } else if (!entry.isEmpty()) {
                ranges.add(range(entry));
            }
        }
        return new DenyList(ownMachine, ranges);
    }

    /** Whether the address itself, or the IPv4 address that it embeds, must not be reached. */
    public boolean denies(InetAddress address) {
        return deniesExactly(address)
                || EmbeddedAddress.of(address).map(this::deniesExactly).orElse(false);
    }

    private boolean deniesExactly(InetAddress address) {
        return (ownMachine && isOwn(address)) || ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** An interface that cannot be asked counts as own: a doubt must not open the door. */
    private static boolean isOwn(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return true;
        }
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    private static AddressRange range(String entry) {
        try {
            return AddressRange.parse(entry);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("IMPORT_IP_DENY_LIST: " + e.getMessage(), e);
        }
    }
}
