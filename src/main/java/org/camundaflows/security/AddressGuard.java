package org.camundaflows.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Turns hosts into addresses that may be connected to. Connect only to the addresses it returned: a second look-up may
 * give others, which is how a name can be public when checked and private when used.
 */
public final class AddressGuard {

    private final DenyList denied;
    private final HostLookup names;

    /** Asks the name service of the system. */
    public AddressGuard(DenyList denied) {
        this(denied, InetAddress::getAllByName);
    }

    public AddressGuard(DenyList denied, HostLookup names) {
        this.denied = denied;
        this.names = names;
    }

    /**
     * All addresses of a host, judged.
     *
     * @param host a name, or an address in any notation of {@link IpLiteral}
     * @throws DeniedAddressException if one of them is denied
     * @throws UnknownHostException if there is none
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = addresses(host);
        for (InetAddress address : addresses) {
            if (denied.denies(address)) {
                throw new DeniedAddressException(host);
            }
        }
        return addresses;
    }

    private InetAddress[] addresses(String host) throws UnknownHostException {
        try {
            Optional<InetAddress> literal = IpLiteral.of(host);
            return literal.isPresent() ? new InetAddress[] {literal.get()} : names.lookup(host);
        } catch (IllegalArgumentException e) {
            throw new UnknownHostException(host);
        }
    }
}
