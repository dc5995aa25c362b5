package org.camundaflows.security;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Addresses from which somebody may come: single ones, CIDR blocks and ranges {@code a-b}. */
public final class AddressList {

    private static final Logger LOG = LoggerFactory.getLogger(AddressList.class);

    private final List<AddressRange> ranges;

    private AddressList(List<AddressRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** Entries that are none of these are left out: nobody comes from there. */
    public static AddressList parse(List<String> entries) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String entry : entries) {
            try {
                ranges.add(AddressRange.parse(entry.strip()));
            } catch (IllegalArgumentException e) {
                LOG.debug("No address matches an entry of a list of addresses: {}", e.getMessage());
            }
        }
        return new AddressList(ranges);
    }

    /** Whether the address is among them; a text that is no address never is. */
    public boolean contains(String address) {
        int zone = address.indexOf('%');
        try {
            var parsed = IpLiteral.strict(zone < 0 ? address : address.substring(0, zone));
            return ranges.stream().anyMatch(range -> range.contains(parsed));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
